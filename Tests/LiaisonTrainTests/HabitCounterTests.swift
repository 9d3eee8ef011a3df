import LiaisonLanguage
import Testing

@testable import liaison_train

/// What the table of habits keeps of what was counted.
struct HabitCounterTests {
    private func table(_ counter: HabitCounter) throws -> WordHabits {
        try #require(WordHabits(ModelData(keeping: counter.encoded())))
    }

    private func form(_ word: String) -> UInt32 {
        var word = word
        return word.withUTF8 { WordSketch($0, habits: nil).form }
    }

    @Test func `A word has its class and the class its coarse class`() throws {
        var counter = HabitCounter()
        counter.addClusters("1\t7\tlundi mardi\n2\t3\tarvor\n")
        let habits = try table(counter)
        #expect(habits[form("mardi")].cluster == 1)
        #expect(habits[form("Arvor")].cluster == 2)
        #expect(habits.coarseClass(of: 1) == 7)
        #expect(habits.coarseClass(of: 2) == 3)
    }

    @Test func `A word that nobody counted has no habits`() throws {
        var counter = HabitCounter()
        counter.addClusters("1\t1\tlundi\n")
        #expect(try table(counter)[form("velmora")] == WordHabit())
    }

    @Test func `Words written small inside sentences are told from names`() throws {
        var counter = HabitCounter()
        counter.addPlain("Le groupe Velmora achète un groupe. Le groupe de Velmora attend.")
        let habits = try table(counter)
        #expect(habits[form("groupe")].smallness == 4)
        #expect(habits[form("Velmora")].smallness == 1)
    }

    @Test func `A table that is cut short is refused`() {
        var bytes = HabitCounter().encoded()
        bytes.removeLast()
        #expect(WordHabits(ModelData(keeping: bytes)) == nil)
    }
}

/// Makes up names from the letters of real ones: a Markov chain over three letters, so that what is learned is the context
/// of names and not the names.
struct NameInventor {
    private var next: [String: [Character]] = [:]

    /// - Parameter words: real names of one word.
    init(words: [String]) {
        for word in words.sorted() where word.count > 3 && word.allSatisfy(\.isLetter) {
            let letters = Array("^^" + word.lowercased() + "$")
            for index in 2..<letters.count {
                next[String(letters[index - 2..<index]), default: []].append(letters[index])
            }
        }
    }

    /// A name of four to eleven letters with a capital.
    func name(_ random: inout RandomSource) -> String {
        for _ in 0..<20 {
            var letters = "^^"
            while letters.count < 14 {
                guard let choices = next[String(letters.suffix(2))], let letter = choices.randomElement(using: &random)
                else { break }
                if letter == "$" { break }
                letters.append(letter)
            }
            let word = letters.dropFirst(2)
            if word.count >= 4 && word.count <= 11 { return word.prefix(1).uppercased() + word.dropFirst() }
        }
        return "Veltane"
    }
}

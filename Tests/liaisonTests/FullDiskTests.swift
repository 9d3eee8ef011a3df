internal import Foundation
internal import Testing

@Suite struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.isPossible, "only root may mount a small disk, and not everywhere"))
    func `a disk that cannot be written is said in one sentence`() throws {
        let disk = try #require(SmallDisk(isReadOnly: true))
        let program = try Program()
        try program.write("a.txt", "Un texte.")
        let run = try program.run("ingest", "a.txt", "--store", disk.path + "/liaison.sqlite")
        #expect(run.code == 74)
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.errors.contains("liaison.sqlite"))
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only root may mount a small disk, and not everywhere"))
    func `a full disk is said in one sentence and the store stays whole`() throws {
        let disk = try #require(SmallDisk())
        let program = try Program()
        // Digits fill the disk and give the extractor nothing to do.
        let padding = String(repeating: " 0123456789", count: 300)
        let articles = (1...400).map { number in
            "{\"id\": \"\(number)\", \"language\": \"en\", \"text\": \"This is note number \(number) of the archive.\(padding)\"}\n"
        }
        try program.write("a.jsonl", articles.joined())
        let store = disk.path + "/liaison.sqlite"
        let full = try program.run("ingest", "a.jsonl", "--store", store)
        #expect(full.code == 74)
        #expect(full.errors.split(separator: "\n").count == 1)
        #expect(full.errors.contains("the disk is full"))

        try FileManager.default.copyItem(atPath: store, toPath: program.folder + "/liaison.sqlite")
        for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: store + suffix) {
            try FileManager.default.copyItem(
                atPath: store + suffix, toPath: program.folder + "/liaison.sqlite" + suffix)
        }
        let rest = try program.run("ingest", "a.jsonl")
        #expect(rest.code == 0)
        #expect(rest.errors.contains("400 articles: "))
    }
}

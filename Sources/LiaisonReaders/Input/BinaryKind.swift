/// Kinds of file that are not text, told by their first bytes.
enum BinaryKind {
    /// What the bytes are the start of, in words; nil where they may be text.
    static func name(of head: ArraySlice<UInt8>) -> String? {
        for (magic, name) in signatures where head.starts(with: magic) { return name }
        if head.count >= 12, head.starts(with: "RIFF".utf8) { return "a sound, film or WebP file" }
        if head.dropFirst(4).starts(with: "ftyp".utf8) { return "a film or HEIC file" }
        return nil
    }

    static let gzip: [UInt8] = [0x1F, 0x8B]

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        (Array("{\\rtf".utf8), "an RTF document"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
        (Array("BZh".utf8), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("ID3".utf8), "a sound file"),
        (Array("OggS".utf8), "a sound file"),
        (Array("PAR1".utf8), "a Parquet file"),
        (Array("!<arch>\n".utf8), "a library"),
    ]
}

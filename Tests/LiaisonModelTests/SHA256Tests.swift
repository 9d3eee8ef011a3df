import LiaisonModel
import Testing

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `the digests are those of FIPS 180-4`(text: String, digest: String) {
        #expect(SHA256.hexadecimal(of: text.utf8) == digest)
    }

    @Test func `the processor's instructions give the same digest`() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        for count in 0...bytes.count {
            var plain = SHA256(usesInstructions: false)
            plain.update(bytes[..<count])
            let digest = plain.finalize()
            #expect(SHA256.hexadecimal(of: bytes[..<count]) == Hexadecimal.text(digest))
            let first = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let second = digest[8..<10].reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
            for usesInstructions in [false, true] {
                let start = bytes[..<count].withUnsafeBufferPointer {
                    SHA256.start(of: $0, usesInstructions: usesInstructions)
                }
                #expect(start == (first, second))
            }
        }
    }

    @Test func `however the bytes are cut, the digest is the same`() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = SHA256.hexadecimal(of: bytes)
        for cut in 0...bytes.count {
            var hash = SHA256()
            hash.update(bytes[..<cut])
            hash.update(AnySequence(bytes[cut...]))
            #expect(Hexadecimal.text(hash.finalize()) == whole)
        }
    }
}

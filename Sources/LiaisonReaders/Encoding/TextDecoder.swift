/// Turns the bytes of a file into text: by byte order mark, as UTF-8, or by what French and English text looks like.
enum TextDecoder {
    /// The text and how it was encoded. A byte order mark is not part of the text.
    /// - Throws: `nul` or `encoding` with the offset of the byte that fits nothing.
    static func decode(_ bytes: [UInt8]) throws(ReadFailure) -> (text: String, encoding: TextEncoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return (try utf8(bytes[3...], offset: 3), .utf8)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (try utf16(bytes[2...], isLittleEndian: true), .utf16LittleEndian)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (try utf16(bytes[2...], isLittleEndian: false), .utf16BigEndian)
        }
        if let nul = bytes.firstIndex(of: 0) {
            // ASCII letters in UTF-16 have every other byte zero: no other text has a NUL.
            if looksLikeUTF16(bytes, zeros: 1) {
                return (try utf16(bytes[...], isLittleEndian: true), .utf16LittleEndian)
            }
            if looksLikeUTF16(bytes, zeros: 0) {
                return (try utf16(bytes[...], isLittleEndian: false), .utf16BigEndian)
            }
            throw ReadFailure(reason: .nul(offset: nul))
        }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        if let text = Windows1252.text(of: bytes) { return (text, .windows1252) }
        throw ReadFailure(reason: .encoding(offset: firstInvalid(bytes[...]) ?? 0))
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, offset: Int) throws(ReadFailure) -> String {
        if let nul = bytes.firstIndex(of: 0) { throw ReadFailure(reason: .nul(offset: nul)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ReadFailure(reason: .encoding(offset: firstInvalid(bytes) ?? offset))
        }
        return text
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(ReadFailure) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw ReadFailure(reason: .encoding(offset: bytes.endIndex - 1)) }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            let unit = isLittleEndian ? second << 8 | first : first << 8 | second
            if unit == 0 { throw ReadFailure(reason: .nul(offset: index)) }
            units.append(unit)
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw ReadFailure(reason: .encoding(offset: bytes.startIndex))
        }
        return text
    }

    /// Whether nearly all bytes at even (0) or odd (1) places of the start are zero and none at the others.
    private static func looksLikeUTF16(_ bytes: [UInt8], zeros place: Int) -> Bool {
        let head = bytes.prefix(4096)
        guard bytes.count.isMultiple(of: 2), head.count >= 4 else { return false }
        var zeros = 0
        for (index, byte) in head.enumerated() where byte == 0 {
            if index & 1 != place { return false }
            zeros += 1
        }
        return zeros * 10 >= head.count / 2 * 8
    }

    /// The offset of the first byte that no UTF-8 has there.
    static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}

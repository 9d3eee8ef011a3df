/// Turns bytes into text: by byte order mark, as UTF-8, by what a server or the text itself declares, or by what French and
/// English text looks like.
enum TextDecoder {
    /// The text and how it was encoded. A byte order mark is not part of the text.
    ///
    /// Bytes that are UTF-8 and more than ASCII are read as such whatever is declared: text of another encoding is not UTF-8 by
    /// chance, and servers often declare what their pages are not.
    /// - Parameters:
    ///   - charset: The label that the server gave, if any.
    ///   - isMarkup: Whether the text may declare its encoding, and a page is to be mended rather than refused.
    /// - Throws: `nul` or `encoding` with the offset of the byte that fits nothing.
    static func decode(
        _ bytes: [UInt8], charset: String? = nil, isMarkup: Bool = false
    ) throws(ReadFailure) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return DecodedText(text: try utf8(bytes[3...], offset: 3), encoding: .utf8, sign: .mark)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            let text = try utf16(bytes[2...], isLittleEndian: true)
            return DecodedText(text: text, encoding: .utf16LittleEndian, sign: .mark)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            let text = try utf16(bytes[2...], isLittleEndian: false)
            return DecodedText(text: text, encoding: .utf16BigEndian, sign: .mark)
        }
        let header = charset.flatMap { TextEncoding(label: $0) }
        if let nul = bytes.firstIndex(of: 0) {
            // ASCII letters in UTF-16 have every other byte zero: no other text has a NUL.
            for (encoding, zeros) in [(TextEncoding.utf16LittleEndian, 1), (.utf16BigEndian, 0)]
            where looksLikeUTF16(bytes, zeros: zeros) {
                let text = try utf16(bytes[...], isLittleEndian: zeros == 1)
                return DecodedText(text: text, encoding: encoding, sign: header == encoding ? .header : .bytes)
            }
            throw ReadFailure(reason: .nul(offset: nul))
        }
        let declared = isMarkup ? EncodingDeclaration.label(in: bytes).flatMap { TextEncoding(label: $0) } : nil
        if let text = String(validating: bytes, as: UTF8.self) {
            let sign: EncodingSign = header == .utf8 ? .header : declared == .utf8 ? .declaration : .bytes
            return DecodedText(text: text, encoding: .utf8, sign: sign)
        }
        for (encoding, sign) in [(header, EncodingSign.header), (declared, .declaration)] {
            guard let encoding, let text = SingleByteEncoding.text(of: bytes, in: encoding) else { continue }
            return DecodedText(text: text, encoding: encoding, sign: sign)
        }
        if let text = Windows1252.text(of: bytes) { return DecodedText(text: text, encoding: .windows1252) }
        // One broken byte in an advertisement should not cost the article: it becomes U+FFFD.
        if isMarkup, header == .utf8 || declared == .utf8 {
            let sign: EncodingSign = header == .utf8 ? .header : .declaration
            return DecodedText(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, sign: sign)
        }
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

/// Folding of names for keys and for look-up as people type: case, accents, ligatures and punctuation do not count.
public enum NameFolding {
    /// Lower case without accents, runs of anything but letters and digits as one space.
    ///
    /// Letters of scripts without case are kept as they are. For example: `"L’Oréal S.A."` becomes `"l oreal s a"`.
    public static func fold(_ name: String) -> String {
        fold(name, separator: " ")
    }

    /// Like ``fold(_:)-(String)`` with hyphens: `"l-oreal-s-a"`.
    public static func slug(_ name: String) -> String {
        fold(name, separator: "-")
    }

    /// Folds a name of ASCII and the accented letters U+00C0–U+00FF byte by byte, as nearly all French and English names
    /// are; nil for any other, which the general way then reads. Both give the same result.
    private static func foldPlain(_ name: String, separator: UInt8) -> String? {
        var name = name
        return name.withUTF8 { bytes -> String? in
            var isPlain = true
            let folded = String(unsafeUninitializedCapacity: bytes.count + 1) { out in
                var count = 0
                var pending = false
                func put(_ byte: UInt8) {
                    if pending && count > 0 {
                        out[count] = separator
                        count += 1
                    }
                    pending = false
                    out[count] = byte
                    count += 1
                }
                var at = 0
                while at < bytes.count {
                    let byte = bytes[at]
                    at += 1
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "+"):
                        put(byte)
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
                    case 0..<0x20, 0x7F: continue
                    case 0xC3:
                        // Upper and lower case differ by 32 in the second byte; the rest of the block is left to the table.
                        guard at < bytes.count, let letter = latin[Int(bytes[at] & 0x1F)], bytes[at] != 0x9F else {
                            isPlain = false
                            return 0
                        }
                        at += 1
                        put(letter)
                    case 0x80...:
                        isPlain = false
                        return 0
                    default: pending = true
                    }
                }
                return count
            }
            return isPlain ? folded : nil
        }
    }

    /// The base letters of U+00E0–U+00FF; nil where the letter is none of `a`–`z` with an accent.
    private static let latin: [UInt8?] = Array("aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8).map {
        $0 == UInt8(ascii: ".") ? nil : $0
    }

    /// The composed letter of a base letter and a combining mark (`e` and U+0301 give `é`), nil when there is none.
    package static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        Decomposition.composed[UInt64(base) << 32 | UInt64(mark)]
    }

    private static func fold(_ name: String, separator: Unicode.Scalar) -> String {
        if let plain = foldPlain(name, separator: UInt8(ascii: separator)) { return plain }
        var out = String.UnicodeScalarView()
        var pending = false
        func put(_ scalar: Unicode.Scalar) {
            if pending && !out.isEmpty { out.append(separator) }
            pending = false
            out.append(scalar)
        }
        // Lower-casing first, then canonical decomposition by way of the standard library's own tables.
        for scalar in name.lowercased().decomposedScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark:
                // An accent is dropped; a mark on its own, or a vowel sign of a script that needs it, is a letter.
                if scalar.value >= 0x0300 && scalar.value <= 0x036F { continue }
                put(scalar)
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
                switch scalar {
                case "œ": put("o"); put("e")
                case "æ": put("a"); put("e")
                case "ß": put("s"); put("s")
                case "ø": put("o")
                case "ł": put("l")
                case "đ": put("d")
                case "ı": put("i")
                default: put(scalar)
                }
            case .mathSymbol where scalar == "+":
                put(scalar)
            case .format, .control:
                continue
            default:
                pending = true
            }
        }
        return String(out)
    }
}

extension String {
    /// The scalars of the canonical decomposition (NFD), without Foundation.
    var decomposedScalars: String.UnicodeScalarView {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars { Decomposition.append(scalar, to: &out) }
        return out
    }
}

/// Canonical decomposition of the Latin letters that French and English names use, composed from base and mark.
enum Decomposition {
    private static let table: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
        let marks: [(Unicode.Scalar, String, String)] = [
            ("\u{300}", "aeiounwy", "àèìòùǹẁỳ"), ("\u{301}", "aeiouyclnrszgkmpw", "áéíóúýćĺńŕśźǵḱḿṕẃ"),
            ("\u{302}", "aeioucghjswyz", "âêîôûĉĝĥĵŝŵŷẑ"), ("\u{303}", "anoiuevy", "ãñõĩũẽṽỹ"),
            ("\u{308}", "aeiouyhwx", "äëïöüÿḧẅẍ"), ("\u{30A}", "auwy", "åůẘẙ"),
            ("\u{327}", "cesthkglnr", "çȩşţḩķģļņŗ"), ("\u{30C}", "acdeghijklnorstuz", "ǎčďěǧȟǐǰǩľňǒřšťǔž"),
            ("\u{306}", "aegiou", "ăĕğĭŏŭ"), ("\u{304}", "aeiou", "āēīōū"), ("\u{30B}", "ou", "őű"),
            ("\u{328}", "aeiou", "ąęįǫų"), ("\u{307}", "acegz", "ȧċėġż"), ("\u{326}", "st", "șț"),
        ]
        var table: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
        for (mark, bases, composed) in marks {
            for (base, letter) in zip(bases.unicodeScalars, composed.unicodeScalars) { table[letter] = (base, mark) }
        }
        return table
    }()

    /// Letters by base and mark.
    static let composed: [UInt64: UInt32] = Dictionary(
        table.map { letter, pair in (UInt64(pair.0.value) << 32 | UInt64(pair.1.value), letter.value) },
        uniquingKeysWith: min)

    static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        if scalar.value >= 0xC0, let (base, mark) = table[scalar] {
            out.append(base)
            out.append(mark)
        } else {
            out.append(scalar)
        }
    }
}

import LiaisonModel
import Testing

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("L’Oréal S.A.", "l oreal s a"), ("Crédit Agricole", "credit agricole"), ("ÀÉÎÕÜÝÿ", "aeiouyy"),
        ("C++ Partners", "c++ partners"), ("a\tb", "ab"), ("Straße", "strasse"), ("Ørsted", "orsted"), ("×÷", ""),
        ("  --  ", ""), ("AT&T", "at t"), ("ÞÐ", "þð"), ("Łódź", "lodz"), ("Æther", "aether"),
    ])
    func `case, accents and punctuation do not count`(name: String, folded: String) {
        #expect(NameFolding.fold(name) == folded)
    }

    @Test func `the way for plain names gives what the general way gives`() {
        // A letter beyond the plain ones sends the whole name the general way.
        for value in UInt32(0)..<0x100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let plain = NameFolding.fold("x\(scalar)y")
            let general = NameFolding.fold("x\(scalar)yк")
            #expect(plain + "к" == general, "U+\(String(value, radix: 16))")
        }
    }
}

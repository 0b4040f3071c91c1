import HeedVault
import Testing

@Suite("Form keys")
struct FormKeysTests {
    let keys = FormKeys(day: 20_000)

    @Test("a journey comes back, in multiples of 256 bytes, and after a restart from the file")
    func journey() throws {
        for count in [0, 1, 255, 256, 5000] {
            let state = [UInt8](repeating: 0x80, count: count)
            let sealed = try keys.sealJourney(state)
            #expect((sealed.count - 5 - SealedBox.overhead) % 256 == 0)
            #expect(try FormKeys(file: keys.fileBytes).openJourney(sealed) == state)
        }
    }

    @Test("what was sealed opens through two rotations and not through the third")
    func rotation() throws {
        let sealed = try keys.sealJourney([1])
        let token = keys.mintToken([2])
        let second = keys.rotated(to: 20_001).rotated(to: 20_002)
        #expect(try second.openJourney(sealed) == [1] && second.readToken(token) == [2])
        let third = second.rotated(to: 20_003)
        #expect(refused { () throws(VaultError) in try third.openJourney(sealed) } == .cannotOpen)
        #expect(refused { () throws(VaultError) in try third.readToken(token) } == .cannotOpen)
        #expect(try third.openJourney(second.sealJourney([3])) == [3])
    }

    @Test("rotating within a day, or when the clock steps back, changes nothing")
    func sameDay() {
        let two = keys.rotated(to: 20_001)
        #expect(two.rotated(to: 20_001).fileBytes == two.fileBytes)
        #expect(two.rotated(to: 20_000).fileBytes == two.fileBytes)
    }

    @Test("no changed or missing byte of a journey or token passes")
    func tamper() throws {
        let sealed = try keys.sealJourney(Array("state".utf8))
        let token = keys.mintToken(Array("time".utf8))
        for index in sealed.indices {
            var wrong = sealed
            wrong[index] ^= 1
            #expect(refused { () throws(VaultError) in try keys.openJourney(wrong) } == .cannotOpen)
            let short = Array(sealed.prefix(index))
            #expect(refused { () throws(VaultError) in try keys.openJourney(short) } == .cannotOpen)
        }
        for index in token.indices {
            var wrong = token
            wrong[index] ^= 1
            #expect(refused { () throws(VaultError) in try keys.readToken(wrong) } == .cannotOpen)
            let short = Array(token.prefix(index))
            #expect(refused { () throws(VaultError) in try keys.readToken(short) } == .cannotOpen)
        }
    }

    @Test("a token is no journey, and another node's keys open neither")
    func purposes() throws {
        let sealed = try keys.sealJourney([1])
        #expect(refused { () throws(VaultError) in try keys.readToken(sealed) } == .cannotOpen)
        let other = FormKeys(day: 20_000)
        #expect(refused { () throws(VaultError) in try other.openJourney(sealed) } == .cannotOpen)
        #expect(refused { () throws(VaultError) in try other.readToken(keys.mintToken([])) } == .cannotOpen)
    }

    @Test("a file of another shape is malformed")
    func malformed() {
        let good = keys.rotated(to: 20_001).fileBytes
        let twice = good + good.dropFirst(18)
        let cases = [[], Array(good.dropLast()), good + [0], Array(good.prefix(18)), [1] + good, twice]
        for file in cases {
            #expect(refused { () throws(VaultError) in try FormKeys(file: file) } == .malformed)
        }
    }

    @Test("days are counted from 1970, and no clock makes them fail")
    func days() {
        #expect(FormKeys.day(unixSeconds: 1_783_036_800) == 20_637)
        #expect(FormKeys.day(unixSeconds: -5) == 0 && FormKeys.day(unixSeconds: .max) == .max)
    }
}

import HTTPTypes
import HeedCore
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HeedWeb

@Suite("Forms")
struct FormTests {
    private func parse(_ bytes: [UInt8], limits: FormLimits = FormLimits(), step: Int = .max) throws -> FormBody {
        var parser = FormParser(limits: limits)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(step))
            rest = rest.dropFirst(step)
            try piece.withUnsafeBytes { try parser.take($0) }
        }
        return try parser.finish()
    }

    private func pairs(_ text: String) throws -> [String] {
        try parse(Array(text.utf8)).fields.map { "\($0.name)|\($0.value)" }
    }

    @Test("fields come in order, with names repeated, as browsers write them")
    func fields() throws {
        #expect(try pairs("a=1&b=2&a=3") == ["a|1", "b|2", "a|3"])
        #expect(try pairs("a+b=c%20d+e&%C3%A9=%26%3D%2B%25") == ["a b|c d e", "é|&=+%"])
        #expect(try pairs("a&b=&=c&&x=1=2") == ["a|", "b|", "|c", "x|1=2"])
        #expect(try pairs("").isEmpty)
        let form = try parse(Array("a=1&b=2&a=3".utf8))
        #expect(form.first("a") == "1" && form.all("a") == ["1", "3"] && form.first("z") == nil)
    }

    @Test(
        "a malformed percent sign stands for itself",
        arguments: [
            ("a=%", "%"), ("a=%4", "%4"), ("a=%zz", "%zz"), ("a=%%41", "%A"), ("a=%4%41", "%4A"), ("a=5%+x", "5% x"),
            ("a=%&", "%"),
        ])
    func percent(text: String, value: String) throws {
        #expect(try parse(Array(text.utf8)).first("a") == value)
    }

    @Test("bytes that are not UTF-8 are repaired and never lost with their neighbours")
    func repair() throws {
        #expect(try parse(Array("a=x%FFy%ED%A0%80z".utf8)).first("a")?.hasPrefix("x\u{FFFD}y\u{FFFD}") == true)
        #expect(try parse([0x61, 0x3D, 0xC3, 0x26, 0x62, 0x3D, 0x31]).first("b") == "1")
        #expect(try parse(Array("a=x%00y".utf8)).first("a") == "x\0y")
    }

    @Test("a body means the same however it is cut")
    func cuts() throws {
        let body = Array("narrative=%D8%80%3Cscript%3E+%F0%9F%98%80%&%zz=%4&b=%0D%0A&&c".utf8)
        let whole = try parse(body).fields.map { "\($0.name)|\($0.value)" }
        for step in 1...body.count {
            #expect(try parse(body, step: step).fields.map { "\($0.name)|\($0.value)" } == whole)
        }
    }

    @Test("any bytes at all are read without a fault")
    func fuzz() throws {
        var seed: UInt64 = 1
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(
                    seed >> 60 < 8 ? Array("&=%+4a".utf8)[Int(seed >> 33) % 6] : UInt8(truncatingIfNeeded: seed >> 40))
            }
            let form = try parse(bytes, step: Int(seed >> 50) % 7 + 1)
            #expect(form.fields.count <= bytes.count)
        }
    }

    @Test("a field, a name or a byte too many is refused where it begins")
    func limits() throws {
        let limits = FormLimits(bytes: 100, fields: 3, nameBytes: 5)
        #expect(try parse(Array("a=1&b=2&c=3".utf8), limits: limits).fields.count == 3)
        for body in ["a=1&b=2&c=3&d=4", "abcdef=1", "a=" + String(repeating: "x", count: 99)] {
            #expect(throws: Refusal.tooLarge) { try parse(Array(body.utf8), limits: limits) }
        }
    }

    @Test("256 KiB of any script, with all other answers, fit as browsers encode them")
    func largest() throws {
        let text = String(repeating: "ہ\u{1F600}", count: (256 << 10) / 6)
        let encoded = text.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
        let body = "narrative=\(encoded)&state=\(String(repeating: "A", count: 1 << 20))"
        #expect(try parse(Array(body.utf8), step: 16 << 10).first("narrative") == text)
    }

    @Test("line ends come out as LF, and a form's description shows nothing of it")
    func text() throws {
        let form = try parse(Array("a=one%0D%0Atwo%0Dthree%0Afour%0D%0D%0A".utf8))
        #expect(form.text("a") == "one\ntwo\nthree\nfour\n\n")
        #expect(!"\(form)".contains("one") && !String(reflecting: form).contains("one"))
        var dumped = ""
        dump(form, to: &dumped)
        #expect(!dumped.contains("one"))
    }

    @Test("R19: a body too large is refused, announced or not, and one that is no form is 415")
    func refused() async throws {
        let app = Application(responder: try SampleSite.make().responder())
        try await app.test(.router) { client in
            let large = ByteBuffer(string: "narrative=" + String(repeating: "x", count: 70_000))
            let announced = try await client.execute(uri: "/form", method: .post, body: large)
            #expect(announced.status == .contentTooLarge && announced.headers[.connection] == "close")
            let json = try await client.execute(
                uri: "/form", method: .post, headers: [.contentType: "application/json"], body: ByteBuffer(string: "{}")
            )
            #expect(json.status == .unsupportedMediaType)
            let form = try await client.execute(
                uri: "/form", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded; charset=UTF-8"],
                body: ByteBuffer(string: "narrative=a+b"))
            #expect(String(buffer: form.body) == "tokenRequired a b")
        }
    }

    @Test("big forms together hold no more than the budget, and small ones never wait for it")
    func budget() async throws {
        let budget = FormBudget(bytes: 100_000)
        let form = { (size: Int) async throws in
            let body = ByteBuffer(string: "a=" + String(repeating: "x", count: size))
            let request = Request(
                head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/"),
                body: RequestBody(buffer: body))
            return try await request.form(budget: budget)
        }
        #expect(budget.reserve(95_000))
        await #expect(throws: Refusal.tooMany) { try await form(80_000) }
        #expect(try await form(60_000).first("a")?.utf8.count == 60_000)
        budget.release(95_000)
        #expect(try await form(80_000).first("a")?.utf8.count == 80_000)
        #expect(budget.reserve(100_000), "what a form held is given back")
    }
}

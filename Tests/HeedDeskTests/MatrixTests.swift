import FoundationEssentials
import HTTPTypes
import HeedCore
import Testing

@testable import HeedDesk

@Suite("The matrix of the desk")
struct MatrixTests {
    @Test("the printed matrix is the one that routes are registered from")
    func printed() throws {
        let path = #filePath.components(separatedBy: "/Tests/")[0] + "/Docs/desk-matrix.md"
        if ProcessInfo.processInfo.environment["HEED_WRITE_DOCS"] != nil {
            try DeskRoutes.document.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let printed = try String(contentsOfFile: path, encoding: .utf8)
        #expect(printed == DeskRoutes.document, "run the tests with HEED_WRITE_DOCS=1 to print it again")
    }

    @Test("no address stands in the matrix twice")
    func once() {
        let addresses = DeskRoutes.matrix.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test("every step of the workflow has an address")
    func everyStep() {
        for verb in Verb.allCases where verb.manner != .implied {
            #expect(DeskRoutes.matrix.contains { $0.page == .send(verb) || $0.page == .sign(verb) }, "\(verb)")
        }
    }
}

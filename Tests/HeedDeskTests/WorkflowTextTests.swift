import FoundationEssentials
import HeedContent
import HeedCore
import HeedDesk
import Testing

@Suite("The workflow in words")
struct WorkflowTextTests {
    private static let root = #filePath.components(separatedBy: "/Tests/")[0]

    @Test("what is printed of each kind is what its table says today", arguments: ReportKind.allCases)
    func printed(kind: ReportKind) throws {
        let words = try Catalogue.load(directories: [Self.root + "/Sources/HeedContent/Locales"]).first
        let workflow = WorkflowText(kind, words: words)
        for (name, text) in [("\(kind.rawValue).md", workflow.text), ("\(kind.rawValue).dot", workflow.picture)] {
            let path = Self.root + "/Docs/workflows/" + name
            if ProcessInfo.processInfo.environment["HEED_WRITE_DOCS"] != nil {
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            }
            #expect(
                try String(contentsOfFile: path, encoding: .utf8) == text,
                "run the tests with HEED_WRITE_DOCS=1 to print it again")
        }
    }

    @Test("every step, every need and every field of the table is said", arguments: ReportKind.allCases)
    func whole(kind: ReportKind) throws {
        let words = try Catalogue.load(directories: [Self.root + "/Sources/HeedContent/Locales"]).first
        let text = WorkflowText(kind, words: words).text
        #expect(text.components(separatedBy: "\nby: ").count - 1 == kind.workflow.rules.count)
        for rule in kind.workflow.rules {
            for need in rule.needs { #expect(text.contains(words.text("desk-need.\(need.rawValue)"))) }
            for field in rule.records { #expect(text.contains(words.text("desk-field.\(field.name).label"))) }
        }
    }
}

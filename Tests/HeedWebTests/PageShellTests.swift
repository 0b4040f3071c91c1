import Testing

@testable import HeedWeb

@Suite("A layout that was drawn before")
struct PageShellTests {
    @Test("is what stands around the page's own part, and nothing where that is not found")
    func parts() {
        let shell = PageShell(page: "<head><main>\nown\n</main>", own: "own\n")
        #expect(shell?.before == "<head><main>\n" && shell?.after == "</main>")
        #expect(PageShell(page: "<main></main>", own: "own") == nil)
        #expect(PageShell(page: "<main></main>", own: "") == nil)
    }
}

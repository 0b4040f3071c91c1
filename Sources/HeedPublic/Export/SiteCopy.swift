package import HeedContent
package import HeedCore
import HeedWeb

/// The guidance for other web servers: every page and file that holds nothing of anybody's, as files.
///
/// Pressed as the service presses its own, so that both say the same. Nothing of the form, of the messages, of the search
/// or of the desk is in it: links to those lead to the service's own address (`SiteSettings.liveBase`).
package struct SiteCopy: Sendable {
    /// One file of the copy. `path` is relative to the copy's folder.
    package struct File: Sendable, Equatable {
        package let path: String
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    private let press: Press
    private let failures: Failures
    private let pages: Pages
    private let assets: Assets
    private let threatDays: Int

    /// - Parameter settings: with a `liveBase`.
    /// - Throws: what `PublicSite.init` throws.
    package init(
        settings: SiteSettings, catalogue: Catalogue, shelf: PageShelf, answers: AnswerShelf,
        contentDirectory: String? = nil
    ) throws {
        guard !settings.liveBase.isEmpty else {
            throw StartupRefusal(
                "A copy of the guidance has to lead to the report form, and no address of it is known",
                remedy: "Set public.url to what people type, such as https://report.example.org")
        }
        try catalogue.require(SpokenKeys.all)
        assets = try PublicSite.assets(settings, contentDirectory)
        let templates = try ContentFolder.locate("Templates", of: "HeedPublic", contentDirectory: contentDirectory)
        pages = try Pages(
            PageLibrary(directories: [templates], catalogue: catalogue, assets: assets), catalogue, shelf, settings)
        let folder = try ContentFolder.locate("Assets", of: "HeedPublic", contentDirectory: contentDirectory)
        let parts = GuidanceParts(
            pages: pages, settings: settings, film: try Film(in: folder, assets),
            booklets: try Booklet.all(in: folder, assets))
        press = try PublicSite.press(pages, shelf, answers, settings, parts)
        failures = Failures(pages: pages)
        threatDays = settings.threatDays
    }

    /// Prefixes of the languages' addresses: empty for the first.
    package var bases: [String] { pages.speeches.map(\.base) }

    /// All files, in the order of their paths; text also in the forms `.gz` and `.br`, where those are smaller.
    /// - Parameter bulletin: what of it stands at the moment stands on every page.
    package func files(at moment: Instant, showing bulletin: Bulletin) throws -> [File] {
        pages.standing.show(try pages.sheet(of: Shown(bulletin, at: moment, threatDays: threatDays)))
        var files: [File] = []
        for (address, answer) in try press.edition(on: CalendarDay(moment)).answers {
            files += Self.forms(of: answer, at: Self.path(of: address, isPage: answer.isPage))
        }
        for (address, answer) in assets.answers { files += Self.forms(of: answer, at: String(address.dropFirst())) }
        for speech in pages.speeches {
            let lost = Press.kept(try failures.lost(speech))
            files += Self.forms(of: lost, at: String((speech.base + Self.lostPage).dropFirst()))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What is shown for an address that is not there, after the language's prefix.
    static let lostPage = "/404.html"

    /// A page at `/signs` is `signs/index.html`, which servers of files find at `/signs` or `/signs/`.
    private static func path(of address: String, isPage: Bool) -> String {
        guard isPage else { return String(address.dropFirst()) }
        return String((address.hasSuffix("/") ? address : address + "/").dropFirst()) + "index.html"
    }

    private static func forms(of answer: KeptAnswer, at path: String) -> [File] {
        answer.forms.map { File(path: path + ($0.suffix ?? ""), bytes: $0.bytes) }
    }
}

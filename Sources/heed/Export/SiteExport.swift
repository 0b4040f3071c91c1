import Foundation
import HeedContent
import HeedCore
import HeedIntake
import HeedPublic
import HeedWeb

/// Presses the guidance and writes it to a folder, once or again whenever something that it is made from has changed.
struct SiteExport {
    let installation: Installation
    let folder: ExportFolder
    private let notices: ReadNotices
    /// The service's address, in front of links to the form.
    let service: String

    /// - Throws: `StartRefusal` where the copy could not lead to the form, or would be written where it must not be.
    init(_ installation: Installation, to path: String) throws {
        let settings = installation.settings
        let path = DataFolder(path).path
        service = try Self.address(settings)
        for taken in [installation.folder.path, settings.contentDirectory.map { DataFolder($0).path }].compactMap({ $0 }
        )
        where (path + "/").hasPrefix(taken + "/") || (taken + "/").hasPrefix(path + "/") {
            throw StartRefusal.other(
                "\(path) and \(taken) lie one in the other",
                remedy: "name a folder of its own for what everybody may read")
        }
        guard NginxServer.canName(path) else {
            throw StartRefusal.other(
                "web servers read $ in a folder's name as a variable", remedy: "name another folder")
        }
        self.installation = installation
        notices = ReadNotices(try installation.database(for: .intake), clock: installation.clock)
        folder = ExportFolder(path: path)
    }

    /// Made anew each time: words, pages and styles may have changed.
    func copy() throws -> SiteCopy {
        let settings = installation.settings
        let content = try SiteContent(settings)
        var site = try installation.siteSettings(origins: [])
        site.liveBase = service
        return try SiteCopy(
            settings: site, catalogue: content.catalogue, shelf: content.shelf, answers: content.answers,
            contentDirectory: settings.contentDirectory)
    }

    /// What a copy would be made from now.
    /// - Parameter known: stands in for what the desk has published, where the store cannot be read.
    func stamp(known: Bulletin? = nil) async throws -> EditionStamp {
        do { return EditionStamp(installation, try await notices.bulletin()) } catch {
            guard let known else {
                throw StartRefusal.other(
                    "the store cannot be read, so nobody knows which notices stand", remedy: "run heed doctor")
            }
            return EditionStamp(installation, known)
        }
    }

    func once(showing bulletin: Bulletin) throws -> ExportFolder.Outcome {
        try folder.write(copy().files(at: installation.clock.now(), showing: bulletin))
    }

    /// Over plain HTTP what people write would travel in clear: only a demonstration, which stays on this machine, may.
    private static func address(_ settings: Settings) throws -> String {
        let remedy = "set public.url to what people type for the public site, such as https://report.example.org"
        var address = settings.publicSite.url
        while address.hasSuffix("/") { address.removeLast() }
        guard !address.isEmpty else {
            throw StartRefusal.other(
                "the copy has to lead to the report form, and its address is not set", remedy: remedy)
        }
        let url = URLComponents(string: address)
        guard let url, let host = url.host, !host.isEmpty, url.path.isEmpty, url.query == nil, url.fragment == nil,
            url.user == nil, url.scheme == "https" || url.scheme == "http" && settings.isDemonstration
        else { throw StartRefusal.other("\(address) is no address of a public site", remedy: remedy) }
        return address
    }
}

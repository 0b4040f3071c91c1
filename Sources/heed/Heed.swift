import ArgumentParser
import Configuration
import Hummingbird
import HeedCore
import HeedDesk
import HeedPublic

@main
struct Heed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Heed.")
}

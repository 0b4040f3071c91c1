import ArgumentParser
import Configuration
import HeedCore
import HeedDesk
import HeedPublic
import Hummingbird

@main
struct Heed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Heed.")
}

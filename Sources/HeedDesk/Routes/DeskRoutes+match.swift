import HTTPTypes
import HeedCore

extension DeskRoutes {
    /// The route that a form was posted to, and the report in its address, if there is one.
    static func posted(to path: String) -> (route: DeskRoute, thread: RecordID?)? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for route in matrix where route.method == .post {
            let pattern = route.path.split(separator: "/", omittingEmptySubsequences: false)
            guard pattern.count == parts.count else { continue }
            var thread: RecordID?
            let matches = zip(pattern, parts).allSatisfy { name, part in
                guard name == "{thread}" else { return name == part }
                thread = RecordID(hex: part)
                return thread != nil
            }
            if matches { return (route, thread) }
        }
        return nil
    }
}

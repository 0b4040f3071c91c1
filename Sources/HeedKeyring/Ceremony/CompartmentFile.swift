/// One row of compartment keys: who may open which compartment and epoch, and the age file that lets them.
package struct CompartmentFile: Hashable, Sendable {
    package let compartment: String
    package let epoch: Int
    /// Hash of the holder's certificate; nil for recovery.
    package let certificate: [UInt8]?
    package let file: [UInt8]

    package init(compartment: String, epoch: Int, certificate: [UInt8]?, file: [UInt8]) {
        self.compartment = compartment
        self.epoch = epoch
        self.certificate = certificate
        self.file = file
    }
}

import Hummingbird

extension Site {
    /// Adds what a form with a file is posted to, and the same below `/api` for a body of JSON.
    ///
    /// The form's `read` finds the file with `fields.upload(_:)`.
    func addUpload<Input, Output>(
        _ path: String,
        _ form: Form<Input, Output>,
        to routes: Routes
    ) {
        add(path, form, to: routes) { visit in
            let uploaded = try await UploadedForm.read(visit.request, visit.session)
            var fields = uploaded.fields
            fields.file = uploaded.file
            return fields
        }
    }
}

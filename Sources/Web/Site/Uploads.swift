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
        routes.add(.post, path, form.act) { visit in
            let uploaded = try await UploadedForm.read(visit.request, visit.session)
            var fields = uploaded.fields
            fields.file = uploaded.file
            return try await answer(form, &fields, visit)
        } api: { visit in
            let input: Input = try await JSON.read(visit.request)
            return try JSON.response(try await form.perform(input, visit), status: .ok)
        }
    }
}

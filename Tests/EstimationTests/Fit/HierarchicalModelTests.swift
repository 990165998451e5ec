import Foundation
import Testing

@testable import Estimation

@Suite
struct HierarchicalModelTests {
    @Test
    func `a model has every term within its terms`() {
        let model = HierarchicalModel(listCount: 4, terms: [0b0111])
        #expect(model.terms == [0, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(model.maximalTerms == [7, 8])
        #expect(model.label == "[123,4]")
        #expect(model.order == 3)
        #expect(HierarchicalModel.mainEffects(of: 4).adding(7) == model)
    }

    @Test(arguments: ["[12,13,4]", "[1,2,3,4]", "[123,14,24]", "[1234]"])
    func `a label is read and written alike`(label: String) throws {
        let model = try #require(HierarchicalModel(label: label, listCount: 4))
        #expect(model.label == label)
    }

    @Test(arguments: ["", "12", "[15]", "[0]", "[1,x]", "[1 2]"])
    func `what is no label of four lists is no model`(label: String) {
        #expect(HierarchicalModel(label: label, listCount: 4) == nil)
    }

    @Test(arguments: [
        (3, 2, 8), (4, 2, 64), (4, 3, 113), (5, 2, 1024), (5, 4, 6893), (6, 2, 32768),
    ])
    func `there are as many models as are known`(lists: Int, order: Int, count: Int) throws {
        let models = try HierarchicalModel.all(listCount: lists, order: order)
        #expect(Set(models).count == count)
        #expect(models.count == count)
    }

    @Test(.readsPublishedTables)
    func `the models of three and four lists are those of the R package`() throws {
        let data = try PublishedTable.data("tables/fixtures/hierarchical_models_3_4.json")
        for (lists, labels) in try JSONDecoder().decode([String: [String]].self, from: data) {
            let lists = try #require(Int(lists))
            let expected = labels.map { HierarchicalModel(label: $0, listCount: lists) }
            #expect(Set(expected) == Set(try HierarchicalModel.all(listCount: lists, order: lists)))
        }
    }

    @Test(arguments: [(6, 3), (7, 2), (1, 2), (4, 0)])
    func `a search through millions of models, or none, is refused`(lists: Int, order: Int) {
        #expect(throws: SearchRefused.tooManyModels(listCount: lists, order: order)) {
            try HierarchicalModel.all(listCount: lists, order: order)
        }
    }
}

#include "lanes.h"

#define INLINED static inline __attribute__((always_inline))

INLINED uint64_t shared(const uint64_t *filter, const uint64_t *record, size_t from, size_t to) {
    uint64_t sum = 0;
    for (size_t w = from; w < to; w++) sum += (uint64_t)__builtin_popcountll(filter[w] & record[w * dice_lanes]);
    return sum;
}

INLINED size_t scan_first(const struct dice_job *job, size_t first, size_t query, size_t from, size_t to,
                          struct dice_hit *hits) {
    size_t words = job->words, written = 0;
    for (size_t group = from; group < to; group++) {
        const uint64_t *records = job->group_words + group * words * dice_lanes;
        for (size_t q = query; q < query + dice_queries; q++) {
            const uint64_t *filter = job->query_words + q * words;
            int64_t least = least_in_first_words(job, q, group);
            for (size_t lane = 0; lane < dice_lanes; lane++) {
                uint64_t common = shared(filter, records + lane, 0, first);
                if ((int64_t)common < least) continue;
                common += shared(filter, records + lane, first, words);
                written += write_hit(job, q, group * dice_lanes + lane, common, hits + written);
            }
        }
    }
    return written;
}

/// One word of one filter at a time. The numbers of first words that are usual are told to the compiler,
/// which then counts them without a loop, in four fifths of the time.
INLINED size_t scan(const struct dice_job *job, size_t query, size_t from, size_t to, struct dice_hit *hits) {
    switch (job->first) {
    case 5: return scan_first(job, 5, query, from, to, hits);
    case 6: return scan_first(job, 6, query, from, to, hits);
    case 7: return scan_first(job, 7, query, from, to, hits);
    case 8: return scan_first(job, 8, query, from, to, hits);
    default: return scan_first(job, job->first, query, from, to, hits);
    }
}

size_t scan_portable(const struct dice_job *job, size_t query, size_t from, size_t to, struct dice_hit *hits) {
    return scan(job, query, from, to, hits);
}

#if defined(__x86_64__)
/// The same, inlined anew where the compiler may use the instruction.
__attribute__((target("popcnt"))) size_t scan_popcnt(const struct dice_job *job, size_t query, size_t from,
                                                     size_t to, struct dice_hit *hits) {
    return scan(job, query, from, to, hits);
}
#endif

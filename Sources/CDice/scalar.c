#include "lanes.h"

/// One word of one filter at a time, in the same order of work as the wide kernels. Inlined twice, so that
/// the second may use an instruction that the first may not.
static inline __attribute__((always_inline)) size_t scan(const struct dice_job *job, size_t query, size_t from,
                                                         size_t to, struct dice_hit *hits) {
    size_t words = job->words, written = 0;
    for (size_t group = from; group < to; group++) {
        const uint64_t *records = job->group_words + group * words * dice_lanes;
        for (size_t q = query; q < query + dice_queries; q++) {
            const uint64_t *filter = job->query_words + q * words;
            int64_t least = least_in_first_words(job, q, group);
            uint64_t common[dice_lanes] = {0};
            int any = 0;
            for (size_t lane = 0; lane < dice_lanes; lane++) {
                uint64_t count = 0;
                for (size_t w = 0; w < job->first; w++)
                    count += (uint64_t)__builtin_popcountll(filter[w] & records[w * dice_lanes + lane]);
                common[lane] = count;
                any |= (int64_t)count >= least;
            }
            if (!any) continue;
            for (size_t w = job->first; w < words; w++)
                for (size_t lane = 0; lane < dice_lanes; lane++)
                    common[lane] += (uint64_t)__builtin_popcountll(filter[w] & records[w * dice_lanes + lane]);
            written += write_hits(job, q, group, common, hits + written);
        }
    }
    return written;
}

size_t scan_portable(const struct dice_job *job, size_t query, size_t from, size_t to, struct dice_hit *hits) {
    return scan(job, query, from, to, hits);
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) size_t scan_popcnt(const struct dice_job *job, size_t query, size_t from,
                                                     size_t to, struct dice_hit *hits) {
    return scan(job, query, from, to, hits);
}
#endif

#ifndef LANES_H
#define LANES_H

#include "include/dice.h"

/// The common ones in the first words of a group below which a query has no hit in it.
///
/// A filter shares no more of its later words than either side has ones there, so where the first words
/// fall short of this, no filter of the group can reach what it needs: the scan may leave it, and misses
/// nothing.
static inline int32_t least_in_first_words(const struct dice_job *job, size_t query, size_t group) {
    int32_t needed = job->needed[job->query_ones[query] + job->group_least[group]];
    int32_t rest = job->query_rest[query], other = job->group_rest[group];
    return needed - (rest < other ? rest : other);
}

/// Writes the hits among the lanes of a group, whose common ones have all been counted.
static inline size_t write_hits(const struct dice_job *job, size_t query, size_t group, const uint64_t *common,
                                struct dice_hit *hits) {
    size_t written = 0;
    if (query >= job->queries) return 0;
    for (size_t lane = 0; lane < dice_lanes; lane++) {
        size_t record = group * dice_lanes + lane;
        if (record >= job->records) break;
        int32_t needed = job->needed[job->query_ones[query] + job->record_ones[record]];
        if ((int64_t)common[lane] < needed) continue;
        hits[written++] = (struct dice_hit){(uint32_t)query, (uint32_t)record, (uint32_t)common[lane]};
    }
    return written;
}

size_t scan_portable(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
#if defined(__x86_64__)
size_t scan_popcnt(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
size_t scan_avx2(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
size_t scan_avx512(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
#endif

#endif

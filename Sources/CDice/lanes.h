#ifndef LANES_H
#define LANES_H

#include "include/dice.h"

/// The common ones in the first words of a group below which a query has no hit in it.
///
/// A filter shares no more of its later words than either side has ones there, so where the first words
/// fall short of this, no filter of the group can reach what it needs: the scan may leave it, and misses
/// nothing.
static inline int32_t least_in_first_words(const struct dice_job *job, size_t query, size_t group) {
    struct dice_ones ours = job->query_ones[query], theirs = job->group_ones[group];
    return job->needed[ours.all + theirs.all] - (ours.rest < theirs.rest ? ours.rest : theirs.rest);
}

/// Writes a pair whose common ones have all been counted, if it is a hit of a query and a filter that are
/// no filling.
static inline size_t write_hit(const struct dice_job *job, size_t query, size_t record, uint64_t common,
                               struct dice_hit *hits) {
    if (query >= job->queries || record >= job->records) return 0;
    int32_t needed = job->needed[job->query_ones[query].all + job->record_ones[record]];
    if ((int64_t)common < needed) return 0;
    *hits = (struct dice_hit){(uint32_t)query, (uint32_t)record, (uint32_t)common};
    return 1;
}

/// Writes the hits of a query in a group.
static inline size_t write_hits(const struct dice_job *job, size_t query, size_t group, const uint64_t *common,
                                struct dice_hit *hits) {
    size_t written = 0;
    for (size_t lane = 0; lane < dice_lanes; lane++)
        written += write_hit(job, query, group * dice_lanes + lane, common[lane], hits + written);
    return written;
}

size_t scan_portable(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
#if defined(__x86_64__)
size_t scan_popcnt(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
size_t scan_avx2(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
size_t scan_avx512(const struct dice_job *, size_t query, size_t from, size_t to, struct dice_hit *);
#endif

#endif

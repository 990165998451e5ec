#ifndef DICE_H
#define DICE_H

#include <stddef.h>
#include <stdint.h>

/// How the bits that two filters share are counted.
enum dice_kernel {
    dice_portable = 0, ///< in plain C, on any processor
    dice_popcnt = 1,   ///< x86-64 with POPCNT
    dice_avx2 = 2,     ///< x86-64 with AVX2
    dice_avx512 = 3,   ///< x86-64 with AVX-512 F and VPOPCNTDQ
};

/// How many queries are compared at once.
enum { dice_queries = 4 };
/// How many filters lie side by side in a group.
enum { dice_lanes = 8 };

/// Of one filter the ones in it and those beyond its first words; of a group the fewest and the most.
struct dice_ones {
    int32_t all, rest;
};

/// What is compared with what. Every pointer outlives the calls that use it.
struct dice_job {
    /// 64-bit words in a filter.
    size_t words;
    /// Words after which the bound is tried, 1 to `words`.
    size_t first;
    /// For each sum of the ones of two filters, the fewest common ones that make a hit.
    const int32_t *needed;

    /// The queries' filters one after another, filled up with zeros to a multiple of `dice_queries`.
    const uint64_t *query_words;
    const struct dice_ones *query_ones;
    /// How many queries there are without the filling.
    size_t queries;

    /// Groups of `dice_lanes` filters, word by word, the last filled up with zeros.
    const uint64_t *group_words;
    const struct dice_ones *group_ones;
    /// The ones in each filter.
    const int32_t *record_ones;
    /// How many filters there are without the filling.
    size_t records;
};

/// Two filters that are alike enough, and the ones that they share.
struct dice_hit {
    uint32_t query, record, common;
};

/// Whether this processor, and its operating system, can run a kernel.
int dice_runs(enum dice_kernel kernel);

/// Compares the `dice_queries` queries from `query`, a multiple of it, with the groups in [from, to).
/// `hits` has room for `dice_queries * dice_lanes * (to - from)`. Returns how many were written.
size_t dice_scan(const struct dice_job *job, enum dice_kernel kernel, size_t query, size_t from, size_t to,
                 struct dice_hit *hits);

#endif

#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes.h"

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq")))

/// Adds the ones that a word of a query shares with that of eight filters.
AVX512 static inline __m512i add_common(__m512i sum, __m512i records, uint64_t word) {
    return _mm512_add_epi64(sum, _mm512_popcnt_epi64(_mm512_and_si512(records, _mm512_set1_epi64((int64_t)word))));
}

AVX512 static inline __mmask8 reach(__m512i sum, int32_t least) {
    return _mm512_cmpge_epi64_mask(sum, _mm512_set1_epi64(least));
}

AVX512 static __attribute__((noinline)) size_t finish(const struct dice_job *job, size_t query, size_t group,
                                                      __m512i sum, struct dice_hit *hits) {
    const uint64_t *records = job->group_words + group * job->words * dice_lanes;
    const uint64_t *filter = job->query_words + query * job->words;
    for (size_t w = job->first; w < job->words; w++)
        sum = add_common(sum, _mm512_loadu_si512(records + w * dice_lanes), filter[w]);
    uint64_t common[dice_lanes];
    _mm512_storeu_si512(common, sum);
    return write_hits(job, query, group, common, hits);
}

/// Eight filters in a register, read once for four queries.
AVX512 size_t scan_avx512(const struct dice_job *job, size_t query, size_t from, size_t to, struct dice_hit *hits) {
    size_t words = job->words, first = job->first, written = 0;
    const uint64_t *a = job->query_words + query * words, *b = a + words, *c = b + words, *d = c + words;
    for (size_t group = from; group < to; group++) {
        const uint64_t *records = job->group_words + group * words * dice_lanes;
        __m512i sum_a = _mm512_setzero_si512(), sum_b = sum_a, sum_c = sum_a, sum_d = sum_a;
        for (size_t w = 0; w < first; w++) {
            __m512i eight = _mm512_loadu_si512(records + w * dice_lanes);
            sum_a = add_common(sum_a, eight, a[w]);
            sum_b = add_common(sum_b, eight, b[w]);
            sum_c = add_common(sum_c, eight, c[w]);
            sum_d = add_common(sum_d, eight, d[w]);
        }
        __mmask8 in_a = reach(sum_a, least_in_first_words(job, query, group));
        __mmask8 in_b = reach(sum_b, least_in_first_words(job, query + 1, group));
        __mmask8 in_c = reach(sum_c, least_in_first_words(job, query + 2, group));
        __mmask8 in_d = reach(sum_d, least_in_first_words(job, query + 3, group));
        if (in_a) written += finish(job, query, group, sum_a, hits + written);
        if (in_b) written += finish(job, query + 1, group, sum_b, hits + written);
        if (in_c) written += finish(job, query + 2, group, sum_c, hits + written);
        if (in_d) written += finish(job, query + 3, group, sum_d, hits + written);
    }
    return written;
}
#endif

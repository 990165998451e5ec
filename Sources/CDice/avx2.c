#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes.h"

#define AVX2 __attribute__((target("avx2")))

/// Words whose counts a byte can hold: 31 times 8 is 248.
enum { words_in_bytes = 31 };

/// The ones in each byte, by the ones of its halves (Muła, Kurz and Lemire, 2018, section 3).
AVX2 static inline __m256i ones_in_bytes(__m256i bits) {
    const __m256i ones = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1,
                                          2, 2, 3, 2, 3, 3, 4);
    const __m256i half = _mm256_set1_epi8(15);
    __m256i low = _mm256_shuffle_epi8(ones, _mm256_and_si256(bits, half));
    __m256i high = _mm256_shuffle_epi8(ones, _mm256_and_si256(_mm256_srli_epi16(bits, 4), half));
    return _mm256_add_epi8(low, high);
}

/// Adds to the sums of eight filters the ones that they share with a query in the words [from, to).
AVX2 static inline void add_common(__m256i sums[2], const uint64_t *records, const uint64_t *filter, size_t from,
                                   size_t to) {
    const __m256i zero = _mm256_setzero_si256();
    while (from < to) {
        size_t end = to - from > words_in_bytes ? from + words_in_bytes : to;
        __m256i left = zero, right = zero;
        for (; from < end; from++) {
            __m256i word = _mm256_set1_epi64x((int64_t)filter[from]);
            const __m256i *eight = (const __m256i *)(records + from * dice_lanes);
            left = _mm256_add_epi8(left, ones_in_bytes(_mm256_and_si256(_mm256_loadu_si256(eight), word)));
            right = _mm256_add_epi8(right, ones_in_bytes(_mm256_and_si256(_mm256_loadu_si256(eight + 1), word)));
        }
        sums[0] = _mm256_add_epi64(sums[0], _mm256_sad_epu8(left, zero));
        sums[1] = _mm256_add_epi64(sums[1], _mm256_sad_epu8(right, zero));
    }
}

/// Eight filters in two registers.
AVX2 size_t scan_avx2(const struct dice_job *job, size_t query, size_t from, size_t to, struct dice_hit *hits) {
    size_t words = job->words, written = 0;
    for (size_t group = from; group < to; group++) {
        const uint64_t *records = job->group_words + group * words * dice_lanes;
        for (size_t q = query; q < query + dice_queries; q++) {
            const uint64_t *filter = job->query_words + q * words;
            __m256i sums[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
            add_common(sums, records, filter, 0, job->first);
            __m256i below = _mm256_set1_epi64x((int64_t)least_in_first_words(job, q, group) - 1);
            __m256i in = _mm256_or_si256(_mm256_cmpgt_epi64(sums[0], below), _mm256_cmpgt_epi64(sums[1], below));
            if (_mm256_testz_si256(in, in)) continue;
            add_common(sums, records, filter, job->first, words);
            uint64_t common[dice_lanes];
            _mm256_storeu_si256((__m256i *)common, sums[0]);
            _mm256_storeu_si256((__m256i *)(common + 4), sums[1]);
            written += write_hits(job, q, group, common, hits + written);
        }
    }
    return written;
}
#endif

// The limit of this processor: filters compared by bare loops that count hits and do nothing else.
//
//   linkage_private_limit LEFT RIGHT THRESHOLD
//
// The files hold filters of 1,024 bits one after another. For each set of instructions two loops over
// tiles that stay in the cache: one over all bits, and one that leaves eight filters when those bits that
// remain can no longer make a hit of any, looked at after the number of words that is best for these
// filters. Prints: instructions, loop, million comparisons a second of processor time, hits.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { words = 16, lanes = 8, tile = 256 };

static uint64_t *left, *right; // left one after another, right in groups of eight, word by word
static size_t lefts, groups;
static int64_t *left_bits, *left_rest, *right_bits, *right_rest; // rest: beyond the first words
static int64_t tenths; // the threshold in 1,024ths, times the bits of both, against 2,048 times the common

static int64_t ones(const uint64_t *filter, size_t from, size_t step) {
    int64_t sum = 0;
    for (size_t w = from; w < words; w++) sum += __builtin_popcountll(filter[w * step]);
    return sum;
}

static void weigh(size_t first) {
    for (size_t i = 0; i < lefts; i++) {
        left_bits[i] = tenths * ones(left + i * words, 0, 1);
        left_rest[i] = ones(left + i * words, first, 1);
    }
    for (size_t i = 0; i < groups * lanes; i++) {
        const uint64_t *filter = right + i / lanes * words * lanes + i % lanes;
        right_bits[i] = tenths * ones(filter, 0, lanes);
        right_rest[i] = ones(filter, first, lanes);
    }
}

static inline __attribute__((always_inline)) uint64_t scalar(size_t query, size_t group, size_t first) {
    const uint64_t *records = right + group * words * lanes;
    uint64_t hits = 0;
    for (size_t q = query; q < query + 4; q++)
        for (size_t lane = 0; lane < lanes; lane++) {
            size_t record = group * lanes + lane;
            int64_t sum = 0;
            for (size_t w = 0; w < first; w++)
                sum += __builtin_popcountll(left[q * words + w] & records[w * lanes + lane]);
            int64_t least = left_bits[q] + right_bits[record];
            if (first < words) {
                int64_t rest = left_rest[q] < right_rest[record] ? left_rest[q] : right_rest[record];
                if ((sum + rest) * 2048 < least) continue;
                for (size_t w = first; w < words; w++)
                    sum += __builtin_popcountll(left[q * words + w] & records[w * lanes + lane]);
            }
            hits += sum * 2048 >= least;
        }
    return hits;
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) static uint64_t popcnt(size_t query, size_t group, size_t first) {
    return scalar(query, group, first);
}

#define AVX2 __attribute__((target("avx2,popcnt")))
AVX2 static inline __m256i bytes(__m256i bits) {
    const __m256i counts = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3,
                                            1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i half = _mm256_set1_epi8(15);
    return _mm256_add_epi8(
        _mm256_shuffle_epi8(counts, _mm256_and_si256(bits, half)),
        _mm256_shuffle_epi8(counts, _mm256_and_si256(_mm256_srli_epi16(bits, 4), half)));
}

AVX2 static uint64_t avx2(size_t query, size_t group, size_t first) {
    const __m256i zero = _mm256_setzero_si256();
    uint64_t hits = 0;
    for (size_t q = query; q < query + 4; q++)
        for (size_t half = 0; half < 2; half++) {
            const uint64_t *records = right + group * words * lanes + half * 4;
            size_t record = group * lanes + half * 4;
            __m256i sum = zero;
            for (size_t w = 0; w < first; w++)
                sum = _mm256_add_epi8(sum, bytes(_mm256_and_si256(_mm256_loadu_si256((const __m256i *)(records + w * lanes)),
                                                                  _mm256_set1_epi64x((int64_t)left[q * words + w]))));
            __m256i least = _mm256_add_epi64(_mm256_set1_epi64x(left_bits[q] - 1),
                                             _mm256_loadu_si256((const __m256i *)(right_bits + record)));
            if (first < words) {
                __m256i a = _mm256_set1_epi64x(left_rest[q]);
                __m256i b = _mm256_loadu_si256((const __m256i *)(right_rest + record));
                __m256i most = _mm256_add_epi64(_mm256_sad_epu8(sum, zero), _mm256_min_epi32(a, b));
                __m256i open = _mm256_cmpgt_epi64(_mm256_slli_epi64(most, 11), least);
                if (_mm256_testz_si256(open, open)) continue;
                for (size_t w = first; w < words; w++)
                    sum = _mm256_add_epi8(sum,
                                          bytes(_mm256_and_si256(_mm256_loadu_si256((const __m256i *)(records + w * lanes)),
                                                                 _mm256_set1_epi64x((int64_t)left[q * words + w]))));
            }
            __m256i all = _mm256_slli_epi64(_mm256_sad_epu8(sum, zero), 11);
            hits += (uint64_t)__builtin_popcount(
                (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(all, least))));
        }
    return hits;
}

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq,popcnt")))
#define WORD(sum, q)                                                                                                  \
    sum = _mm512_add_epi64(sum, _mm512_popcnt_epi64(_mm512_and_si512(                                                 \
                                    eight, _mm512_set1_epi64((int64_t)left[(query + q) * words + w]))))
AVX512 static inline __mmask8 open(__m512i sum, size_t query, __m512i rest, __m512i least) {
    __m512i most = _mm512_add_epi64(sum, _mm512_min_epi64(rest, _mm512_set1_epi64(left_rest[query])));
    return _mm512_cmpge_epi64_mask(_mm512_slli_epi64(most, 11),
                                   _mm512_add_epi64(least, _mm512_set1_epi64(left_bits[query])));
}
AVX512 static inline uint64_t reached(__m512i sum, size_t query, __m512i least) {
    return (uint64_t)__builtin_popcount(_mm512_cmpge_epi64_mask(
        _mm512_slli_epi64(sum, 11), _mm512_add_epi64(least, _mm512_set1_epi64(left_bits[query]))));
}
AVX512 static uint64_t avx512(size_t query, size_t group, size_t first) {
    const uint64_t *records = right + group * words * lanes;
    __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a;
    __m512i least = _mm512_loadu_si512(right_bits + group * lanes);
    for (size_t w = 0; w < first; w++) {
        __m512i eight = _mm512_loadu_si512(records + w * lanes);
        WORD(a, 0);
        WORD(b, 1);
        WORD(c, 2);
        WORD(d, 3);
    }
    if (first < words) {
        __m512i rest = _mm512_loadu_si512(right_rest + group * lanes);
        if (!(open(a, query, rest, least) | open(b, query + 1, rest, least) | open(c, query + 2, rest, least) |
              open(d, query + 3, rest, least)))
            return 0;
        for (size_t w = first; w < words; w++) {
            __m512i eight = _mm512_loadu_si512(records + w * lanes);
            WORD(a, 0);
            WORD(b, 1);
            WORD(c, 2);
            WORD(d, 3);
        }
    }
    return reached(a, query, least) + reached(b, query + 1, least) + reached(c, query + 2, least) +
           reached(d, query + 3, least);
}
#endif

// A loop of its own for each, with the kernel and the number of words known when it is compiled.
#define OVER_TILES(name, target_)                                                                                     \
    target_ static inline __attribute__((always_inline)) uint64_t name##_over(size_t first) {                         \
        uint64_t hits = 0;                                                                                            \
        for (size_t from = 0; from < groups; from += tile)                                                            \
            for (size_t query = 0; query + 4 <= lefts; query += 4)                                                    \
                for (size_t group = from; group < groups && group < from + tile; group++)                             \
                    hits += name(query, group, first);                                                                \
        return hits;                                                                                                  \
    }                                                                                                                 \
    target_ static uint64_t name##_all(size_t first) {                                                                \
        switch (first) {                                                                                              \
        case 5: return name##_over(5);                                                                                \
        case 6: return name##_over(6);                                                                                \
        case 7: return name##_over(7);                                                                                \
        case 8: return name##_over(8);                                                                                \
        case 9: return name##_over(9);                                                                                \
        case 10: return name##_over(10);                                                                              \
        case 11: return name##_over(11);                                                                              \
        case 12: return name##_over(12);                                                                              \
        default: return name##_over(words);                                                                           \
        }                                                                                                             \
    }
#if defined(__x86_64__)
OVER_TILES(popcnt, __attribute__((target("popcnt"))))
OVER_TILES(avx2, AVX2)
OVER_TILES(avx512, AVX512)
#endif

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double speed(uint64_t (*over)(size_t), size_t first, uint64_t *hits) {
    weigh(first);
    double start = seconds();
    *hits = over(first);
    return (double)lefts * (double)groups * lanes / (seconds() - start) / 1e6;
}

static void measure(const char *name, uint64_t (*over)(size_t)) {
    uint64_t hits = 0;
    double exact = speed(over, words, &hits);
    printf("%s all %.1f %llu\n", name, exact, (unsigned long long)hits);
    double best = 0;
    for (size_t first = 5; first <= 12; first++) {
        double now = speed(over, first, &hits);
        if (now > best) best = now;
    }
    printf("%s early %.1f %llu\n", name, best, (unsigned long long)hits);
}

static uint64_t *read_filters(const char *path, size_t multiple, size_t *count) {
    FILE *file = fopen(path, "rb");
    if (!file) exit(2);
    fseek(file, 0, SEEK_END);
    *count = (size_t)ftell(file) / (words * 8) / multiple * multiple;
    rewind(file);
    uint64_t *filters = malloc(*count * words * 8);
    if (!filters || fread(filters, words * 8, *count, file) != *count) exit(2);
    fclose(file);
    return filters;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    size_t rights;
    left = read_filters(argv[1], 4, &lefts);
    uint64_t *rows = read_filters(argv[2], lanes, &rights);
    tenths = (int64_t)(atof(argv[3]) * 1024);
    groups = rights / lanes;
    right = malloc(rights * words * 8);
    left_bits = malloc(lefts * 8), left_rest = malloc(lefts * 8);
    right_bits = malloc(rights * 8), right_rest = malloc(rights * 8);
    for (size_t i = 0; i < rights; i++)
        for (size_t w = 0; w < words; w++)
            right[(i / lanes * words + w) * lanes + i % lanes] = rows[i * words + w];
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("popcnt")) measure("popcnt", popcnt_all);
    if (__builtin_cpu_supports("avx2")) measure("avx2", avx2_all);
    if (__builtin_cpu_supports("avx512vpopcntdq")) measure("avx512", avx512_all);
#endif
    return 0;
}

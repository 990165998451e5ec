#include "lanes.h"

int dice_runs(enum dice_kernel kernel) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    switch (kernel) {
    case dice_portable: return 1;
    case dice_popcnt: return __builtin_cpu_supports("popcnt") != 0;
    case dice_avx2: return __builtin_cpu_supports("avx2") != 0;
    case dice_avx512: return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
    }
    return 0;
#else
    return kernel == dice_portable;
#endif
}

size_t dice_scan(const struct dice_job *job, enum dice_kernel kernel, size_t query, size_t from, size_t to,
                 struct dice_hit *hits) {
    switch (kernel) {
#if defined(__x86_64__)
    case dice_popcnt: return scan_popcnt(job, query, from, to, hits);
    case dice_avx2: return scan_avx2(job, query, from, to, hits);
    case dice_avx512: return scan_avx512(job, query, from, to, hits);
#endif
    default: return scan_portable(job, query, from, to, hits);
    }
}

#include "player.h"

#include "host_calls.h"

#include <errno.h>
#include <immintrin.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { NANOSECONDS = 1000000000 };

static int64_t now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * NANOSECONDS + time.tv_nsec;
}

static void sleep_until(int64_t time_ns)
{
    struct timespec time = {time_ns / NANOSECONDS, time_ns % NANOSECONDS};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL) == EINTR)
        ;
}

static void load(const struct player *player, const struct voice *voice, int64_t position)
{
    if (voice->position)
        *voice->position = position;
    for (int channel = 0; channel < voice->channels; channel++) {
        for (int frame = 0; frame < player->frames; frame++) {
            int64_t at = position + frame;
            voice->input[channel][frame] = at < player->sounding_frames ? player->recording[at % player->recording_frames] : 0;
        }
    }
}

static void inspect(struct player *player, const struct voice *voice, struct block_record *record)
{
    for (int channel = 0; channel < voice->channels; channel++) {
        for (int frame = 0; frame < player->frames; frame++) {
            float sample = voice->output[channel][frame];
            player->not_finite += !isfinite(sample);
            player->denormal += fpclassify(sample) == FP_SUBNORMAL;
            record->peak = fmaxf(record->peak, fabsf(sample));
        }
    }
}

static void watch(struct watched_calls *calls)
{
    if (watch_this_thread)
        watch_this_thread(calls);
}

static void work(struct player *player, struct watched_calls *calls)
{
    enum { STATUS_FLAGS = 0x3f };
    for (int i = 0; i < player->voice_count; i++) {
        const struct voice *voice = player->voices + i;
        unsigned word = _mm_getcsr();
        watch(calls);
        int32_t answer = voice->process(voice->self, voice->block);
        watch(NULL);
        player->failures += answer < voice->lowest_answer || answer > voice->highest_answer;
        player->control_words += ((_mm_getcsr() ^ word) & ~STATUS_FLAGS) != 0;
        _mm_setcsr(word);
    }
}

static void play_block(struct player *player, int64_t block, int64_t period_ns)
{
    struct block_record *record = player->records + block;
    struct rusage before, after;
    int64_t position = block * player->frames;
    if (player->automation)
        automation_begin(player->automation, position, player->frames);
    for (int i = 0; i < player->voice_count; i++)
        load(player, player->voices + i, position);

    getrusage(RUSAGE_THREAD, &before);
    int64_t cpu = now(CLOCK_THREAD_CPUTIME_ID);
    int64_t start = now(CLOCK_MONOTONIC);
    work(player, block == 0 ? &player->first : &player->rest);
    int64_t end = now(CLOCK_MONOTONIC);
    int64_t cpu_end = now(CLOCK_THREAD_CPUTIME_ID);
    getrusage(RUSAGE_THREAD, &after);

    *record = (struct block_record){
        .late_ns = start - period_ns,
        .work_ns = (int32_t)(end - start),
        .cpu_ns = (int32_t)(cpu_end - cpu),
        .page_faults = (int32_t)(after.ru_minflt - before.ru_minflt + after.ru_majflt - before.ru_majflt),
        .waits = (int32_t)(after.ru_nvcsw - before.ru_nvcsw),
        .preemptions = (int32_t)(after.ru_nivcsw - before.ru_nivcsw),
    };
    for (int i = 0; i < player->voice_count; i++)
        inspect(player, player->voices + i, record);
}

static int64_t allocated(const struct player *player)
{
    return player->allocated ? (int64_t)player->allocated(player->allocated_self) : 0;
}

static void *play(void *argument)
{
    struct player *player = argument;
    int64_t managed_bytes = 0;
    host_calls_on_audio_thread(1);
    player->is_fifo = pthread_setschedparam(pthread_self(), SCHED_FIFO, &(struct sched_param){.sched_priority = player->priority}) == 0;
    for (int64_t block = 0; block < player->blocks && !player->stop; block++) {
        int64_t period_ns = player->first_period_ns + (int64_t)((__int128)block * player->frames * NANOSECONDS / player->sample_rate_hz);
        sleep_until(period_ns);
        play_block(player, block, period_ns);
        if (block == 0)
            managed_bytes = allocated(player);
        player->played = block + 1;
    }

    player->managed_bytes = allocated(player) - managed_bytes;
    host_calls_on_audio_thread(0);
    return NULL;
}

int player_start(struct player *player)
{
    return pthread_create(&player->thread, NULL, play, player);
}

int player_join(struct player *player)
{
    return pthread_join(player->thread, NULL);
}

void player_layout(int32_t bytes[static 4])
{
    bytes[0] = sizeof(struct voice);
    bytes[1] = sizeof(struct block_record);
    bytes[2] = sizeof(struct player);
    bytes[3] = sizeof(struct automation);
}

int player_is_watched(void)
{
    return watch_this_thread != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the readings of a stage stand: a dot at the height of each, and the words beside it, which make room for each other. */
#include "scene/way-journey-feelings.h"

#include "model/way-counts.h"

#include <math.h>
#include <string.h>

#define DOT_DISTANCE 19.0
#define DOT_STEP 16.0
#define WORDS_DISTANCE 10.0
#define CURVE_DISTANCE 2.0

double
way_feelings_get_y (double value)
{
  return (5 - value) / 10 * WAY_CHART_HEIGHT;
}

double
way_feelings_get_middle (WayJourneyLayout *layout,
                         guint             stage)
{
  return layout->grid_left + (stage + 0.5) * layout->pitch;
}

static void
set_marker (WayFeeler *feeler,
            GArray    *others)
{
  const char *name = way_record_get_text (feeler->record, WAY_PERSONA_NAME);
  gunichar letter = name != NULL ? g_unichar_toupper (g_utf8_get_char (name)) : '?';
  guint same = 1;
  char text[8] = { 0 };

  g_unichar_to_utf8 (letter, text);
  for (guint i = 0; i < others->len; i++)
    if (g_str_has_prefix (g_array_index (others, WayFeeler, i).marker, text))
      same++;
  if (same == 1)
    g_strlcpy (feeler->marker, text, sizeof feeler->marker);
  else
    g_snprintf (feeler->marker, sizeof feeler->marker, "%s%u", text, same);
}

static gboolean
is_picked (const char *personas,
           const char *id)
{
  g_auto (GStrv) ids = personas != NULL ? g_strsplit (personas, " ", -1) : NULL;

  return ids != NULL && g_strv_contains ((const char *const *) ids, id);
}

/* Everybody whose feelings are here, in the order in which they come. */
GArray *
way_feelings_list_feelers (WayJourneyLayout *layout)
{
  static const WayTone tones[] = { WAY_TONE_DOING, WAY_TONE_IDEAS, WAY_TONE_EVIDENCE, WAY_TONE_TOUCHPOINTS, WAY_TONE_THINKING,
                                   WAY_TONE_PAIN, WAY_TONE_PEOPLE };
  static const WayDash dashes[] = { WAY_DASH_LONG, WAY_DASH_SHORT, WAY_DASH_DOT };
  g_autoptr (GPtrArray) personas = way_journey_list_feelers (layout->journey);
  GArray *feelers = g_array_new (FALSE, TRUE, sizeof (WayFeeler));

  for (guint i = 0; i < personas->len; i++)
    {
      WayFeeler feeler = { .record = personas->pdata[i], .tone = tones[i % G_N_ELEMENTS (tones)] };

      feeler.dash = dashes[i % G_N_ELEMENTS (dashes)];
      feeler.picked = is_picked (layout->scene->options.personas, way_record_get_id (feeler.record));
      set_marker (&feeler, feelers);
      g_array_append_val (feelers, feeler);
    }
  return feelers;
}

/* Of how many of them the feelings are picked out; of none, all are seen together. */
guint
way_feelings_count_picked (GArray *feelers)
{
  guint n = 0;

  for (guint i = 0; i < feelers->len; i++)
    n += g_array_index (feelers, WayFeeler, i).picked;
  return n;
}

static const WayFeeler *
find_feeler (GArray     *feelers,
             const char *id)
{
  for (guint i = 0; id != NULL && i < feelers->len; i++)
    if (g_str_equal (way_record_get_id (g_array_index (feelers, WayFeeler, i).record), id))
      return &g_array_index (feelers, WayFeeler, i);
  return NULL;
}

static int
compare_readings (gconstpointer a,
                  gconstpointer b)
{
  double one = ((const WayFeltReading *) a)->value, other = ((const WayFeltReading *) b)->value;

  return one > other ? -1 : one < other;
}

static void
clear_reading (gpointer data)
{
  g_free (((WayFeltReading *) data)->words);
}

static GArray *
list_readings (WayJourneyLayout *layout,
               guint             stage,
               GArray           *feelers)
{
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (WayFeltReading));
  const char *id = way_layout_get_stage_id (layout, stage);

  g_array_set_clear_func (readings, clear_reading);
  for (guint i = 0; i < layout->journey->feelings->len; i++)
    {
      WayRecord *record = g_ptr_array_index (layout->journey->feelings, i);
      const char *const *words = way_record_get_texts (record, WAY_FEELING_WORDS);
      WayFeltReading reading = { .record = record, .value = way_record_get_number (record, WAY_FEELING_VALUE) };

      if (!g_str_equal (way_record_get_text (record, WAY_FEELING_STAGE), id))
        continue;
      reading.feeler = find_feeler (feelers, way_record_get_text (record, WAY_FEELING_PERSONA));
      reading.words = words != NULL ? g_strjoinv (", ", (GStrv) words) : NULL;
      reading.y = way_feelings_get_y (reading.value);
      g_array_append_val (readings, reading);
    }
  g_array_sort (readings, compare_readings);
  return readings;
}

/* A reading that needs no telling apart is the face itself, with its words above or below. */
gboolean
way_feelings_is_alone (GArray *readings,
                       GArray *feelers)
{
  return readings->len == 1 && feelers->len < 2;
}

static void
arrange_alone (WayJourneyLayout *layout,
               WayFeltReading   *reading)
{
  double width = layout->pitch - 24;

  if (reading->words == NULL)
    return;
  reading->block = way_sheet_get_set_block (layout->sheet, WAY_TEXT_WORD, reading->words, width,
                                          PANGO_ALIGN_CENTER, NULL);
  reading->block_x = -width / 2;
  reading->block_y = reading->value >= 0 ? reading->y - WAY_FACE_RADIUS - 4 - reading->block->height
                                         : reading->y + WAY_FACE_RADIUS + 4;
}

/* Dots of one side that are at nearly the same height stand side by side. */
static void
place_dots (WayJourneyLayout *layout,
            GArray           *readings,
            guint             side)
{
  double last = -1e6, x = 0;

  for (guint i = side; i < readings->len; i += 2)
    {
      WayFeltReading *reading = &g_array_index (readings, WayFeltReading, i);

      x = reading->y - last < DOT_STEP ? x + DOT_STEP : DOT_DISTANCE;
      if (x > layout->pitch / 2 - 60)
        x = DOT_DISTANCE;
      last = reading->y;
      reading->x = side == 0 ? x : -x;
    }
}

static void
set_words (WayJourneyLayout *layout,
           WayFeltReading   *reading)
{
  double inner = fabs (reading->x) + WORDS_DISTANCE;
  double width = layout->pitch / 2 - inner - 4;
  gboolean before = reading->x < 0;

  if (reading->words == NULL)
    return;
  reading->block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_WORD, reading->words, width, before);
  reading->block_x = before ? -inner - width : inner;
}

typedef struct
{
  guint first, last;
  double top, height;
} Cluster;

/* Where the middle of the words of a reading would best be: at its dot, but above or below the curve, which leaves the face at @middle. */
static double
get_words_middle (const WayFeltReading *reading,
                  double                middle)
{
  double clear = reading->block != NULL ? reading->block->height / 2 + CURVE_DISTANCE : 0;

  return reading->y <= middle ? MIN (reading->y, middle - clear) : MAX (reading->y, middle + clear);
}

/* Words of one side stay as near their dots as they can without touching: those that would touch move together. */
static void
dodge (GArray *readings,
       guint   side,
       double  curve)
{
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));

  for (guint i = side; i < readings->len; i += 2)
    {
      WayFeltReading *reading = &g_array_index (readings, WayFeltReading, i);
      double height = reading->block != NULL ? reading->block->height + 3 : 6;
      Cluster cluster = { i, i, get_words_middle (reading, curve) - height / 2, height };

      while (clusters->len > 0)
        {
          Cluster *above = &g_array_index (clusters, Cluster, clusters->len - 1);
          double middle;

          if (above->top + above->height <= cluster.top)
            break;
          middle = (above->top + above->height / 2) * above->height + (cluster.top + cluster.height / 2) * cluster.height;
          cluster.first = above->first;
          cluster.height += above->height;
          cluster.top = middle / cluster.height - cluster.height / 2;
          g_array_set_size (clusters, clusters->len - 1);
        }
      g_array_append_val (clusters, cluster);
    }
  for (guint c = 0; c < clusters->len; c++)
    {
      Cluster *cluster = &g_array_index (clusters, Cluster, c);
      double y = cluster->top;

      for (guint i = cluster->first; i <= cluster->last; i += 2)
        {
          WayFeltReading *reading = &g_array_index (readings, WayFeltReading, i);

          reading->block_y = y + 1.5;
          y += reading->block != NULL ? reading->block->height + 3 : 6;
        }
    }
}

/* The readings of a stage from the highest to the lowest, placed; free with g_array_unref(). */
GArray *
way_feelings_arrange (WayJourneyLayout *layout,
                      guint             stage,
                      GArray           *feelers)
{
  GArray *readings = list_readings (layout, stage, feelers);

  if (way_feelings_is_alone (readings, feelers))
    {
      arrange_alone (layout, &g_array_index (readings, WayFeltReading, 0));
      return readings;
    }
  for (guint side = 0; readings->len > 0 && side < 2; side++)
    {
      place_dots (layout, readings, side);
      for (guint i = side; i < readings->len; i += 2)
        set_words (layout, &g_array_index (readings, WayFeltReading, i));
      dodge (readings, side, way_feelings_get_y (way_feelings_get_median (readings)));
    }
  return readings;
}

double
way_feelings_get_median (GArray *readings)
{
  g_autofree double *values = g_new (double, readings->len + 1);
  WayFeelingCount count;

  for (guint i = 0; i < readings->len; i++)
    values[i] = g_array_index (readings, WayFeltReading, i).value;
  way_count_feeling (values, readings->len, &count);
  return count.median;
}

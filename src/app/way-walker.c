/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a scenario on the map. The map can be looked at and gone about in meanwhile, and not be changed. */
#include "app/way-walker.h"

#include "app/way-scenario-edits.h"
#include "app/way-toast.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-pathway-counts.h"
#include "model/way-schema.h"

struct _WayWalker
{
  GObject parent_instance;

  WayMapContext *context;
  WayCanvas *canvas;          /* nullable, weak */
  AdwBanner *banner;          /* nullable, weak: says what to do */
  GtkEventController *keys;   /* nullable, the canvas's: while something is walked */
  char *scenario;             /* nullable: what is walked, as far as is known here */
  char *last;                 /* nullable: the stop that a key says something of */
};

G_DEFINE_FINAL_TYPE (WayWalker, way_walker, G_TYPE_OBJECT)

static void
say (WayWalker  *self,
     const char *message)
{
  adw_banner_set_title (self->banner, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->canvas), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Where a stop is, and whether no link leads there from the one before. */
static char *
dup_stop_words (WayWalker  *self,
                const char *stop_id)
{
  g_autoptr (GPtrArray) stops = way_map_context_list (self->context, WAY_KIND_STOP, self->scenario);
  g_autoptr (WayScenarioCounts) counts = way_count_scenario (way_map_context_get_lens (self->context), self->scenario, NULL);

  for (guint i = 0; counts != NULL && i < stops->len; i++)
    {
      g_autoptr (WayRecord) step = NULL;
      g_autofree char *name = NULL;

      if (!g_str_equal (way_record_get_id (stops->pdata[i]), stop_id))
        continue;
      step = way_map_context_read (self->context, WAY_KIND_STEP, way_record_get_text (stops->pdata[i], WAY_STOP_STEP));
      name = step != NULL ? way_words_dup_name (step) : g_strdup ("");
      if (i > 0 && i - 1 < counts->moves->len && g_array_index (counts->moves, WayMove, i - 1).link == NULL)
        /* Translators: the number of a stop and the step where it is; no link leads there from the stop before. */
        return g_strdup_printf (_("Stop %1$u: %2$s. Off the map: no link leads there."), i + 1, name);
      /* Translators: the number of a stop and the step where it is. */
      return g_strdup_printf (_("Stop %1$u: %2$s."), i + 1, name);
    }
  return NULL;
}

static void
take_step (WayWalker *self)
{
  const WaySpot *spot = way_canvas_get_spot (self->canvas);
  g_autofree char *id = NULL, *words = NULL, *message = NULL;
  const char *after;

  if (spot->kind != WAY_KIND_STEP)
    {
      say (self, _("A route goes from step to step. Choose a step on the map."));
      return;
    }
  way_map_context_get_walk (self->context, &after);
  if (!way_scenario_edits_add_stop (self->context, self->scenario, after, spot->id, &id))
    return;
  g_set_str (&self->last, id);
  if (after != NULL)
    way_map_context_walk (self->context, self->scenario, id);
  words = dup_stop_words (self, id);
  /* Translators: %s is the stop that was just made, as in "Stop 3: GP practice." The numbers and letters are keys. */
  message = g_strdup_printf (_("%s How was it? 1 met, 2 partly met, 3 not met, 4 gap. Or choose the next step."), words != NULL ? words : "");
  say (self, message);
}

static void
set_outcome (WayWalker *self,
             guint      number)
{
  const char *outcome = way_scenario_get_outcome (number);
  g_autofree char *words = NULL, *message = NULL;

  if (self->last == NULL || !way_scenario_edits_set_outcome (self->context, self->last, outcome))
    {
      say (self, _("There is no stop yet. Choose a step on the map."));
      return;
    }
  words = dup_stop_words (self, self->last);
  /* Translators: a stop, as in "Stop 3: GP practice.", and how it was, as in "Partly met". */
  message = g_strdup_printf (_("%1$s %2$s. Choose the next step, or press Esc when the route is at its end."), words != NULL ? words : "",
                             way_words_of_choice (WAY_KIND_STOP, outcome));
  say (self, message);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayWalker             *self)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  int outcome = way_scenario_find_outcome_key (key);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    take_step (self);
  else if (key == GDK_KEY_Escape)
    way_map_context_walk (self->context, NULL, NULL);
  else if (outcome >= 0)
    set_outcome (self, outcome);
  else if (letter == 0 || letter == ' ' || letter == '\t' || letter == '+' || letter == '-')
    return GDK_EVENT_PROPAGATE;
  /* What else is written would begin something new on the map, or delete. */
  return GDK_EVENT_STOP;
}

static void
begin (WayWalker  *self,
       const char *after)
{
  g_autoptr (GPtrArray) stops = way_map_context_list (self->context, WAY_KIND_STOP, self->scenario);
  g_autofree char *words = NULL, *message = NULL;

  if (after == NULL && stops->len > 0)
    after = way_record_get_id (stops->pdata[stops->len - 1]);
  g_set_str (&self->last, after);
  words = after != NULL ? dup_stop_words (self, after) : NULL;
  if (words == NULL)
    message = g_strdup (_("Choose the first step on the map: click it, or go there with the arrow keys and press Enter."));
  else
    /* Translators: %s is a stop, as in "Stop 3: GP practice." */
    message = g_strdup_printf (_("After %s Choose the next step on the map: click it, or go there with the arrow keys and press Enter."), words);
  say (self, message);
}

static void
update (WayWalker *self)
{
  const char *after, *walk = way_map_context_get_walk (self->context, &after);
  g_autofree char *id = g_strdup (walk), *place = g_strdup (after);
  gboolean is_new = walk != NULL && g_strcmp0 (walk, self->scenario) != 0, elsewhere = g_strcmp0 (after, self->last) != 0;

  if (self->canvas == NULL || self->banner == NULL)
    return;
  g_set_str (&self->scenario, id);
  if (id == NULL)
    {
      if (self->keys != NULL)
        gtk_widget_remove_controller (GTK_WIDGET (self->canvas), self->keys);
      self->keys = NULL;
    }
  else if (self->keys == NULL)
    {
      self->keys = gtk_event_controller_key_new ();
      gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
      g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->canvas), self->keys);
    }
  way_canvas_set_choosing (self->canvas, id != NULL);
  g_object_set (self->canvas, "editable", id == NULL, NULL);
  adw_banner_set_revealed (self->banner, id != NULL);
  if (is_new)
    way_map_context_show_scenario (self->context, id, TRUE);
  if (is_new || (id != NULL && place != NULL && elsewhere))
    begin (self, place);
}

static void
chosen_cb (WayCanvas *canvas,
           WayWalker *self)
{
  if (self->scenario != NULL)
    take_step (self);
}

static void
way_walker_dispose (GObject *object)
{
  WayWalker *self = WAY_WALKER (object);

  if (self->canvas != NULL && self->keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self->canvas), self->keys);
  self->keys = NULL;
  g_clear_weak_pointer (&self->canvas);
  g_clear_weak_pointer (&self->banner);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (way_walker_parent_class)->dispose (object);
}

static void
way_walker_finalize (GObject *object)
{
  g_free (WAY_WALKER (object)->scenario);
  g_free (WAY_WALKER (object)->last);

  G_OBJECT_CLASS (way_walker_parent_class)->finalize (object);
}

static void
way_walker_class_init (WayWalkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_walker_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_walker_finalize;
}

static void
way_walker_init (WayWalker *self)
{
}

/**
 * way_walker_new:
 * @context: what it works with, which has a canvas
 * @banner: where it says what to do
 *
 * Returns: (transfer full): what walks scenarios on the map
 */
WayWalker *
way_walker_new (WayMapContext *context,
                AdwBanner     *banner)
{
  WayWalker *self = g_object_new (WAY_TYPE_WALKER, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->canvas, way_map_context_get_canvas (context));
  g_set_weak_pointer (&self->banner, banner);
  g_signal_connect_swapped (context, "scenarios", G_CALLBACK (update), self);
  g_signal_connect_object (self->canvas, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom a pathway map is read, and remembering that. */
#include "app/way-reading-button.h"

#include "base/way-i18n.h"

#include "config.h"

struct _WayReadingButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  GSimpleActionGroup *actions;
  GSettings *settings;        /* nullable: of the map that is shown */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayReadingButton, way_reading_button, ADW_TYPE_BIN)

static const struct
{
  WayReading reading;
  const char *nick;           /* as in the settings */
  const char *name, *label;
} readings[] = {
  { WAY_READING_PERSON, "person", NC_("reading", "For the Person"), N_("For the _Person: Without What Is Behind the Scenes") },
  { WAY_READING_PROVIDER, "provider", NC_("reading", "For Providers"), N_("For P_roviders: Without Commissioning") },
  { WAY_READING_COMMISSIONER, "commissioner", NC_("reading", "For Commissioners"), N_("For _Commissioners: Everything") },
};

static GSettings *
open_settings (const char *map_id)
{
  g_autofree char *path = g_strdup_printf ("/org/waymark/Waymark/maps/%s/", map_id);

  return g_settings_new_with_path (WAY_APPLICATION_ID ".map", path);
}

/**
 * way_reading_recall:
 * @map_id: (nullable): a map
 *
 * Returns: how it was read the last time on this computer
 */
WayReading
way_reading_recall (const char *map_id)
{
  g_autoptr (GSettings) settings = map_id != NULL ? open_settings (map_id) : NULL;

  return settings != NULL ? (WayReading) g_settings_get_enum (settings, "reading") : WAY_READING_COMMISSIONER;
}

static void
show_reading (WayReadingButton *self,
              WayReading        reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (readings[i].reading == reading)
      {
        const char *name = g_dpgettext2 (NULL, "reading", readings[i].name);

        gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), name);
        g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "reading")),
                                   g_variant_new_string (readings[i].nick));
      }
}

static void
chosen_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       data)
{
  WayReadingButton *self = data;

  if (self->settings == NULL || !g_settings_set_string (self->settings, "reading", g_variant_get_string (state, NULL)))
    return;
  show_reading (self, g_settings_get_enum (self->settings, "reading"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
way_reading_button_dispose (GObject *object)
{
  g_clear_object (&WAY_READING_BUTTON (object)->actions);
  g_clear_object (&WAY_READING_BUTTON (object)->settings);

  G_OBJECT_CLASS (way_reading_button_parent_class)->dispose (object);
}

static void
way_reading_button_class_init (WayReadingButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_reading_button_dispose;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_READING_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_reading_button_init (WayReadingButton *self)
{
  static const GActionEntry entries[] = {
    { .name = "reading", .parameter_type = "s", .state = "'commissioner'", .change_state = chosen_cb },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reading", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *action = g_strdup_printf ("reading.reading::%s", readings[i].nick);

      g_menu_append (menu, _(readings[i].label), action);
    }
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_tooltip_text (self->button, _("For Whom the Map Is Read"));
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "over-map");
  show_reading (self, WAY_READING_COMMISSIONER);
}

/**
 * way_reading_button_show_map:
 * @self: a button
 * @map_id: (nullable): the map that is shown
 * @kind: (nullable): its kind
 *
 * Returns: how it is to be read
 */
WayReading
way_reading_button_show_map (WayReadingButton *self,
                             const char       *map_id,
                             const char       *kind)
{
  gboolean pathway = map_id != NULL && g_strcmp0 (kind, "pathway") == 0;
  WayReading reading = WAY_READING_COMMISSIONER;

  gtk_widget_set_visible (GTK_WIDGET (self), pathway);
  g_clear_object (&self->settings);
  if (pathway)
    {
      self->settings = open_settings (map_id);
      reading = g_settings_get_enum (self->settings, "reading");
    }
  show_reading (self, reading);
  return reading;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose feelings are picked out of a journey map, and remembering that. */
#include "app/way-curves-button.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

#include "config.h"

struct _WayCurvesButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  GPtrArray *personas;        /* of WayRecord: those to choose from */
  char *map_id;               /* nullable: the map that is shown */
  char *chosen;               /* ids, with spaces between */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayCurvesButton, way_curves_button, ADW_TYPE_BIN)

static GSettings *
open_settings (const char *map_id)
{
  g_autofree char *path = g_strdup_printf ("/org/waymark/Waymark/maps/%s/", map_id);

  return g_settings_new_with_path (WAY_APPLICATION_ID ".map", path);
}

/**
 * way_curves_recall:
 * @map_id: (nullable): a map
 *
 * Returns: (transfer full) (nullable): whose feelings were picked out the last time on this computer, as in [struct@SceneOptions]
 */
char *
way_curves_recall (const char *map_id)
{
  g_autoptr (GSettings) settings = map_id != NULL ? open_settings (map_id) : NULL;

  return settings != NULL ? g_settings_get_string (settings, "feelings-of") : NULL;
}

static gboolean
is_chosen (WayCurvesButton *self,
           const char      *id)
{
  g_auto (GStrv) ids = g_strsplit (self->chosen, " ", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

static const char *
get_id (WayCurvesButton *self,
        guint            number)
{
  return way_record_get_id (self->personas->pdata[number]);
}

static const char *
get_name (WayCurvesButton *self,
          guint            number)
{
  const char *name = way_record_get_text (self->personas->pdata[number], WAY_PERSONA_NAME);

  return name != NULL ? name : C_("persona", "Somebody");
}

static void
choose (WayCurvesButton *self,
        const char      *chosen)
{
  g_autoptr (GSettings) settings = self->map_id != NULL ? open_settings (self->map_id) : NULL;

  if (settings == NULL || !g_settings_set_string (settings, "feelings-of", chosen))
    return;
  /* What is chosen is taken from the map that is shown then. */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
together_cb (GSimpleAction *action,
             GVariant      *target,
             gpointer       data)
{
  choose (data, "");
}

/* One more or less, in the order of the key. */
static void
toggled_cb (GSimpleAction *action,
            GVariant      *target,
            gpointer       data)
{
  WayCurvesButton *self = data;
  guint toggled = g_ascii_strtoull (g_action_get_name (G_ACTION (action)) + 1, NULL, 10);
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < self->personas->len; i++)
    if (is_chosen (self, get_id (self, i)) != (i == toggled))
      g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? " " : "", get_id (self, i));
  choose (self, chosen->str);
}

static char *
dup_label (WayCurvesButton *self)
{
  const char *one = NULL;
  guint n = 0;

  for (guint i = 0; i < self->personas->len; i++)
    if (is_chosen (self, get_id (self, i)))
      {
        one = get_name (self, i);
        n++;
      }
  if (n == 0)
    return g_strdup (C_("feelings", "Everybody Together"));
  if (n == 1)
    return g_strdup (one);
  /* Translators: how many personas' curves are compared. */
  return g_strdup_printf (g_dngettext (NULL, "%u Person Compared", "%u People Compared", n), n);
}

static void
add_choice (WayCurvesButton *self,
            GActionMap      *actions,
            GMenu           *menu,
            guint            number)
{
  g_autofree char *name = g_strdup_printf ("p%u", number), *detailed = g_strdup_printf ("curves.p%u", number);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (is_chosen (self, get_id (self, number))));
  g_auto (GStrv) parts = g_strsplit (get_name (self, number), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_signal_connect_object (action, "activate", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (actions, G_ACTION (action));
  g_menu_append (menu, label, detailed);
}

static void
show_choices (WayCurvesButton *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new (), all = g_menu_new (), each = g_menu_new ();
  g_autoptr (GSimpleAction) together = g_simple_action_new_stateful ("together", NULL, g_variant_new_boolean (*self->chosen == '\0'));
  g_autofree char *label = dup_label (self);

  g_signal_connect_object (together, "activate", G_CALLBACK (together_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (together));
  g_menu_append (all, _("_Everybody Together"), "curves.together");
  for (guint i = 0; i < self->personas->len; i++)
    add_choice (self, G_ACTION_MAP (actions), each, i);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, _("Pick Out or Compare"), G_MENU_MODEL (each));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "curves", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
}

static void
way_curves_button_finalize (GObject *object)
{
  WayCurvesButton *self = WAY_CURVES_BUTTON (object);

  g_ptr_array_unref (self->personas);
  g_free (self->map_id);
  g_free (self->chosen);

  G_OBJECT_CLASS (way_curves_button_parent_class)->finalize (object);
}

static void
way_curves_button_class_init (WayCurvesButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_curves_button_finalize;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_CURVES_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_curves_button_init (WayCurvesButton *self)
{
  self->personas = g_ptr_array_new_with_free_func (g_object_unref);
  self->chosen = g_strdup ("");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_tooltip_text (self->button, _("Whose Feelings Are Seen"));
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "over-map");
}

static gboolean
has_same_personas (WayCurvesButton *self,
                   GPtrArray       *personas)
{
  if (personas->len != self->personas->len)
    return FALSE;
  for (guint i = 0; i < personas->len; i++)
    if (!way_record_equal (personas->pdata[i], self->personas->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * way_curves_button_show_scene:
 * @self: a button
 * @scene: (nullable): the map that is shown
 *
 * Offers those who felt something along it.
 */
void
way_curves_button_show_scene (WayCurvesButton *self,
                              WayScene        *scene)
{
  g_autoptr (GPtrArray) personas = scene != NULL ? way_scene_list_feelers (scene) : g_ptr_array_new ();
  const char *map_id = scene != NULL ? way_scene_get_map_id (scene) : NULL;
  const char *chosen = scene != NULL && way_scene_get_personas (scene) != NULL ? way_scene_get_personas (scene) : "";

  gtk_widget_set_visible (GTK_WIDGET (self), personas->len > 1);
  if (g_strcmp0 (map_id, self->map_id) == 0 && g_str_equal (chosen, self->chosen) && has_same_personas (self, personas))
    return;
  g_set_str (&self->map_id, map_id);
  g_set_str (&self->chosen, chosen);
  g_ptr_array_set_size (self->personas, 0);
  for (guint i = 0; i < personas->len; i++)
    g_ptr_array_add (self->personas, g_object_ref (personas->pdata[i]));
  show_choices (self);
}

/**
 * way_curves_button_step:
 * @self: a button
 *
 * Goes on: from all together to the first of them, from one to the next, from the last to all of them compared, and from any other choice
 * to all together.
 */
void
way_curves_button_step (WayCurvesButton *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = self->personas->len;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", get_id (self, i));
  if (*self->chosen == '\0')
    {
      choose (self, get_id (self, 0));
      return;
    }
  for (guint i = 0; i < n; i++)
    if (g_str_equal (self->chosen, get_id (self, i)))
      {
        choose (self, i + 1 < n ? get_id (self, i + 1) : all->str);
        return;
      }
  choose (self, "");
}

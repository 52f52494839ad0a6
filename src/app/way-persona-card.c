/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A persona in full: the form, the maps that show them, and what can be done with them. */
#include "app/way-persona-card.h"

#include "app/way-export-dialog.h"
#include "app/way-form.h"
#include "app/way-inspector-sections.h"
#include "app/way-lead-row.h"
#include "app/way-map-edits.h"
#include "app/way-persona-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-persona-uses.h"
#include "model/way-schema.h"

struct _WayPersonaCard
{
  AdwBin parent_instance;

  WayMapContext *context;
  char *id;
  GtkWidget *box;
  WayForm *form;
  GtkWidget *uses;            /* nullable: the maps that show them */
};

enum { COPIED, DELETING, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayPersonaCard, way_persona_card, ADW_TYPE_BIN)

static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayPersonaCard *self = WAY_PERSONA_CARD (widget);

  if (!way_persona_card_finish (self))
    return;
  if (!way_persona_edits_move (self->context, self->id, g_str_equal (name, "persona.move-earlier") ? -1 : 1))
    gtk_widget_error_bell (widget);
}

static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *target)
{
  WayPersonaCard *self = WAY_PERSONA_CARD (widget);
  g_autofree char *copy = way_persona_card_finish (self) ? way_persona_edits_duplicate (self->context, self->id) : NULL;

  if (copy != NULL)
    g_signal_emit (self, signals[COPIED], 0, copy);
}

static void
export (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  WayPersonaCard *self = WAY_PERSONA_CARD (widget);

  way_export_dialog_ask_persona (WAY_WINDOW (gtk_widget_get_root (widget)), self->id, g_str_equal (name, "persona.print"));
}

static void
delete (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  WayPersonaCard *self = WAY_PERSONA_CARD (widget);
  GtkWidget *around = gtk_widget_get_parent (widget);
  g_autoptr (WayPersonaCard) card = g_object_ref (self); /* which goes with the persona */

  if (!way_persona_card_finish (card))
    return;
  g_signal_emit (card, signals[DELETING], 0);
  way_map_edits_delete (card->context, around, WAY_KIND_PERSONA, card->id);
}

static void
map_activated_cb (AdwActionRow   *row,
                  WayPersonaCard *self)
{
  if (way_persona_card_finish (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-map", "s", g_object_get_data (G_OBJECT (row), "id"));
}

/* What of them a map shows. */
static char *
dup_use (const WayPersonaUse *use)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (use->theirs)
    g_strv_builder_add (parts, C_("use of a persona", "about them"));
  if (use->feelings->len > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u feeling", "%u feelings", use->feelings->len), use->feelings->len));
  for (guint i = 0; i < use->scenarios->len; i++)
    {
      g_autofree char *title = way_words_dup_name (use->scenarios->pdata[i]);

      /* Translators: the title of a scenario. */
      g_strv_builder_take (parts, g_strdup_printf (C_("use of a persona", "scenario “%s”"), title));
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static GtkWidget *
new_use (WayPersonaCard      *self,
         const WayPersonaUse *use)
{
  g_autofree char *title = way_words_dup_name (use->map), *subtitle = dup_use (use);
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", title, "subtitle", subtitle, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (way_record_get_id (use->map)), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (map_activated_cb), self);
  return row;
}

/* The list is made anew only where it is another now: the focus may be in it. */
static void
show_uses (WayPersonaCard *self,
           GPtrArray      *uses)
{
  GString *key = g_string_new (NULL);
  const char *before = self->uses != NULL ? g_object_get_data (G_OBJECT (self->uses), "key") : "";

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const WayPersonaUse *use = uses->pdata[i];
      g_autofree char *title = way_words_dup_name (use->map), *subtitle = dup_use (use);

      g_string_append_printf (key, "%s\n%s\n%s\n", way_record_get_id (use->map), title, subtitle);
    }
  if (g_str_equal (key->str, before))
    {
      g_string_free (key, TRUE);
      return;
    }
  if (self->uses != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->uses);
  self->uses = uses != NULL ? adw_preferences_group_new () : NULL;
  if (self->uses == NULL)
    {
      g_string_free (key, TRUE);
      return;
    }
  g_object_set_data_full (G_OBJECT (self->uses), "key", g_string_free_and_steal (key), g_free);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->uses), _("On these maps"));
  for (guint i = 0; i < uses->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->uses), new_use (self, uses->pdata[i]));
  gtk_box_append (GTK_BOX (self->box), self->uses);
}

static void
name_group (WayPersonaCard *self,
            WayRecord      *persona)
{
  g_autofree char *name = way_words_dup_name (persona), *escaped = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->form), escaped);
}

static GtkWidget *
new_buttons (void)
{
  static const struct { const char *icon_name, *label, *action; } buttons[] = {
    { "go-up-symbolic", N_("Move Earlier"), "persona.move-earlier" },
    { "go-down-symbolic", N_("Move Later"), "persona.move-later" },
    { "edit-copy-symbolic", N_("Duplicate"), "persona.duplicate" },
    { "document-send-symbolic", N_("Export as a Sheet…"), "persona.export" },
    { "printer-symbolic", N_("Print as a Sheet…"), "persona.print" },
    { "user-trash-symbolic", N_("Delete"), "persona.delete" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = way_inspector_new_button (buttons[i].icon_name, _(buttons[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
way_persona_card_dispose (GObject *object)
{
  g_clear_object (&WAY_PERSONA_CARD (object)->context);

  G_OBJECT_CLASS (way_persona_card_parent_class)->dispose (object);
}

static void
way_persona_card_finalize (GObject *object)
{
  g_free (WAY_PERSONA_CARD (object)->id);

  G_OBJECT_CLASS (way_persona_card_parent_class)->finalize (object);
}

static void
way_persona_card_class_init (WayPersonaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_persona_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_persona_card_finalize;
  signals[COPIED] = g_signal_new ("copied", WAY_TYPE_PERSONA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DELETING] = g_signal_new ("deleting", WAY_TYPE_PERSONA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "persona.move-earlier", NULL, move);
  gtk_widget_class_install_action (widget_class, "persona.move-later", NULL, move);
  gtk_widget_class_install_action (widget_class, "persona.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "persona.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "persona.print", NULL, export);
  gtk_widget_class_install_action (widget_class, "persona.delete", NULL, delete);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "persona.move-earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "persona.move-later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "persona.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_ALT_MASK, "persona.delete", NULL);
}

static void
way_persona_card_init (WayPersonaCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * way_persona_card_new:
 * @context: what it works with
 * @id: a persona
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
way_persona_card_new (WayMapContext *context,
                      const char    *id)
{
  WayPersonaCard *self = g_object_new (WAY_TYPE_PERSONA_CARD, NULL);
  g_autoptr (WayRecord) persona = way_map_context_read (context, WAY_KIND_PERSONA, id);

  self->context = g_object_ref (context);
  self->id = g_strdup (id);
  self->form = WAY_FORM (way_form_new (context, WAY_KIND_PERSONA, id));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->form), new_buttons ());
  if (persona != NULL)
    name_group (self, persona);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->form));
  return GTK_WIDGET (self);
}

const char *
way_persona_card_get_id (WayPersonaCard *self)
{
  return self->id;
}

/**
 * way_persona_card_refresh:
 * @self: a card
 * @uses: (nullable): which maps show which personas, as way_persona_uses_read() gives it
 *
 * Shows what is known now, and leaves what is being typed.
 *
 * Returns: whether there still is such a persona
 */
gboolean
way_persona_card_refresh (WayPersonaCard *self,
                          GHashTable     *uses)
{
  g_autoptr (WayRecord) persona = way_map_context_read (self->context, WAY_KIND_PERSONA, self->id);

  if (persona == NULL)
    return FALSE;
  name_group (self, persona);
  show_uses (self, uses != NULL ? g_hash_table_lookup (uses, self->id) : NULL);
  return way_form_refresh (self->form);
}

gboolean
way_persona_card_finish (WayPersonaCard *self)
{
  return way_form_finish (self->form);
}

/**
 * way_persona_card_focus:
 * @self: a card
 *
 * Moves the focus to the name.
 */
void
way_persona_card_focus (WayPersonaCard *self)
{
  way_form_focus (self->form);
}

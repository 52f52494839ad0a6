/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking who will see a map before anything else, and then what comes out, in a file or on paper; remembered for the next time. */
#include "app/way-export-dialog.h"

#include "app/way-export-extras.h"
#include "app/way-export-preview.h"
#include "app/way-export-run.h"
#include "app/way-export-toast.h"
#include "app/way-export-where.h"
#include "app/way-print.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "exchange/way-words.h"
#include "model/way-schema.h"

struct _WayExportDialog
{
  AdwDialog parent_instance;

  WayWindow *window;          /* owned */
  char *map_id, *map_title, *map_kind; /* the kind nullable */
  const char *curves;         /* interned: as in the choices */
  gboolean pathway, persona;  /* what the map is; a persona is none */
  gboolean to_print;
  guint n_scenarios;
  GArray *kinds;              /* WayExportKind: those that the map can come out as, in the order of the row */
  GPtrArray *versions;        /* WayRecord: what it can be compared with */
  gboolean filling;           /* the rows, from what was remembered */

  GtkWidget *box, *export_button, *audiences;
  WayExportPreview *preview;
  AdwActionRow *team_row, *workshop_row, *public_row;
  GtkCheckButton *team, *workshop, *public;
  AdwComboRow *kind, *maps, *reading, *compared, *paper, *orientation, *sheets;
  WayExportExtras *scenarios;
  AdwActionRow *left_out;
  AdwSwitchRow *backup;
};

G_DEFINE_FINAL_TYPE (WayExportDialog, way_export_dialog, ADW_TYPE_DIALOG)

static WayExportKind
get_kind (WayExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->kind);

  return chosen < self->kinds->len ? g_array_index (self->kinds, WayExportKind, chosen) : WAY_EXPORT_PDF;
}

/* What the map is compared with, which the choices borrow. */
static const char *
get_version (WayExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->compared);

  return chosen > 0 && chosen <= self->versions->len ? way_record_get_id (self->versions->pdata[chosen - 1]) : NULL;
}

static WayExportChoices
get_choices (WayExportDialog *self)
{
  WayExportChoices choices = {
    .kind = get_kind (self),
    .options = { .paper = adw_combo_row_get_selected (self->paper), .orientation = adw_combo_row_get_selected (self->orientation),
                 .tile = adw_combo_row_get_selected (self->sheets), .reading = adw_combo_row_get_selected (self->reading) },
    .all_maps = adw_combo_row_get_selected (self->maps) == 1, .personas = self->persona,
    .curves = self->curves, .to_print = self->to_print,
  };

  if (choices.kind == WAY_EXPORT_JSON && adw_switch_row_get_active (self->backup))
    choices.audience = WAY_AUDIENCE_DESK;
  else if (gtk_check_button_get_active (self->team))
    choices.audience = WAY_AUDIENCE_TEAM;
  else if (gtk_check_button_get_active (self->workshop))
    choices.audience = WAY_AUDIENCE_WORKSHOP;
  else
    choices.audience = WAY_AUDIENCE_PUBLIC;
  if (choices.audience == WAY_AUDIENCE_DESK)
    choices.all_maps = TRUE;
  if (self->pathway && way_export_choices_are_a_picture (&choices))
    {
      choices.options.scenarios = way_export_extras_get_scenarios (self->scenarios);
      choices.options.compare_with = choices.all_maps ? NULL : get_version (self);
    }
  return choices;
}

/* What such a file cannot hold, and what the reading leaves out of it, once that is known. */
static void
tell_left_out (WayExportDialog *self,
               const char      *by_reading)
{
  WayExportChoices choices = get_choices (self);
  const char *of_format = way_export_choices_get_left_out (&choices);
  g_autofree char *both = of_format != NULL && by_reading != NULL ? g_strdup_printf ("%s\n%s", of_format, by_reading) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->left_out), of_format != NULL);
  adw_action_row_set_subtitle (self->left_out, both != NULL ? both : of_format != NULL ? of_format : "");
}

/* Shows only the rows that mean something for what is chosen, and draws it. */
static void
update (WayExportDialog *self)
{
  WayExportChoices choices;
  gboolean pages, desk;

  if (self->filling)
    return;
  choices = get_choices (self);
  pages = way_export_choices_are_a_picture (&choices);
  desk = choices.audience == WAY_AUDIENCE_DESK;
  tell_left_out (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scenarios), pages && self->pathway && self->n_scenarios > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->compared), pages && self->versions->len > 0 && !choices.all_maps);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), choices.kind != WAY_EXPORT_JSON && self->pathway);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), pages);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation), pages && !self->persona && choices.options.paper != WAY_PAPER_FIT);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), choices.kind == WAY_EXPORT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->backup), choices.kind == WAY_EXPORT_JSON);
  gtk_widget_set_sensitive (self->audiences, !desk);
  gtk_widget_set_sensitive (GTK_WIDGET (self->maps), !desk);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->maps), way_export_choices_get_folder_words (&choices));
  way_export_preview_show (self->preview, &choices);
}

static void
chosen_cb (GtkCheckButton  *button,
           WayExportDialog *self)
{
  if (gtk_check_button_get_active (button))
    update (self);
}

static void
selected_cb (GtkWidget       *row,
             GParamSpec      *pspec,
             WayExportDialog *self)
{
  update (self);
}

static void
scenarios_changed_cb (WayExportExtras *scenarios,
                      WayExportDialog *self)
{
  update (self);
}

static void
tell_hidden (WayExportDialog *self,
             AdwActionRow    *row,
             const char      *about,
             guint            hidden)
{
  g_autofree char *count = NULL, *subtitle = NULL;

  if (hidden == 0)
    count = g_strdup (_("No quote is left out."));
  else
    count = g_strdup_printf (g_dngettext (NULL, "%u quote is left out.", "%u quotes are left out.", hidden), hidden);
  /* There are none on the sheet of a persona. */
  subtitle = self->persona ? g_strdup (about) : g_strdup_printf ("%s\n%s", about, count);
  adw_action_row_set_subtitle (row, subtitle);
}

static void
drawn_cb (WayExportPreview *preview,
          WayExportDialog  *self)
{
  const WayExportSketch *sketch = way_export_preview_get_sketch (preview);
  const guint *hidden = sketch->hidden;

  tell_left_out (self, sketch->left_out);
  tell_hidden (self, self->team_row, _("The people who work on this together."), hidden[WAY_AUDIENCE_TEAM]);
  tell_hidden (self, self->workshop_row, _("Everybody in the room, on the wall or a screen."), hidden[WAY_AUDIENCE_WORKSHOP]);
  tell_hidden (self, self->public_row, _("Anybody: in a report, on a web site, passed on."), hidden[WAY_AUDIENCE_PUBLIC]);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WayExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = way_export_where_ask_finish (result, &error);
  WayExportChoices choices = get_choices (self);

  if (target == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        way_toast_alert (GTK_WIDGET (self), _("Nothing Was Exported"), error->message);
      return;
    }
  way_export_choices_remember (&choices, self->map_id);
  adw_dialog_close (ADW_DIALOG (self));
  way_export_run (self->window, choices.all_maps ? NULL : self->map_id, &choices, target, way_export_toast_show);
}

static void
print (WayExportDialog        *self,
       const WayExportChoices *choices,
       const char             *title)
{
  way_export_choices_remember (choices, self->map_id);
  adw_dialog_close (ADW_DIALOG (self));
  way_print_run (self->window, choices->all_maps ? NULL : self->map_id, choices, title);
}

static void
export_cb (GtkButton       *button,
           WayExportDialog *self)
{
  WayExportChoices choices = get_choices (self);
  g_autofree char *workspace = way_workspace_dup_title (way_window_get_workspace (self->window));
  const char *title = choices.all_maps ? workspace : self->map_title;

  if (self->to_print)
    print (self, &choices, title);
  else
    way_export_where_ask_async (GTK_WINDOW (self->window), &choices, title, asked_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (WayExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_window_get_workspace (self->window);

  if (self->preview == NULL || workspace == NULL)
    return;
  if (way_saver_save_finish (WAY_SAVER (source), result, &error))
    way_export_preview_set_source (self->preview, way_export_source_new (way_workspace_get_file (workspace)), self->map_id);
  else
    way_export_preview_fail (self->preview, error->message);
}

/* What such a map can come out as. */
static void
fill_kinds (WayExportDialog *self,
            WayExportKind    chosen)
{
  static const WayExportKind kinds[] = {
    WAY_EXPORT_PDF, WAY_EXPORT_SVG, WAY_EXPORT_PNG, WAY_EXPORT_JSON, WAY_EXPORT_TEXT, WAY_EXPORT_CSV, WAY_EXPORT_MERMAID, WAY_EXPORT_DOT,
  };
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const WayExportChoices choices = { .kind = kinds[i] };

      if (self->to_print && kinds[i] != WAY_EXPORT_PDF)
        continue;
      if (way_export_choices_are_words (&choices) && !way_words_can_write (self->map_kind, (WayFormat) choices.kind))
        continue;
      if (self->persona && choices.kind == WAY_EXPORT_JSON)
        continue;
      if (kinds[i] == chosen)
        selected = self->kinds->len;
      g_array_append_val (self->kinds, kinds[i]);
      gtk_string_list_append (words, way_export_kind_get_words (kinds[i]));
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->kind, selected);
}

/* What can be shown over the map: first as it is in the window. */
static void
fill_extras (WayExportDialog *self)
{
  WayMapView *view = way_window_get_view (self->window);
  WayMapContext *context = way_map_view_get_context (view);
  g_autoptr (GtkStringList) words = NULL;
  gboolean compare = FALSE;

  self->versions = self->pathway ? way_export_extras_list_versions (context) : g_ptr_array_new ();
  if (!self->pathway)
    return;
  self->n_scenarios = way_export_extras_fill (self->scenarios, context);
  words = way_export_extras_name_versions (self->versions);
  adw_combo_row_set_model (self->compared, G_LIST_MODEL (words));
  g_object_get (view, "compare", &compare, NULL);
  adw_combo_row_set_selected (self->compared, compare && self->versions->len > 0 ? 1 : 0);
}

static void
fill (WayExportDialog *self)
{
  WayExportChoices choices;
  GtkCheckButton *audience;

  way_export_choices_recall (&choices, self->map_id);
  /* Printers have sheets, and a map that is to be glued together can be as large as it is. */
  if (choices.options.paper == WAY_PAPER_FIT && (self->persona || (self->to_print && choices.options.tile == WAY_PAPER_FIT)))
    choices.options.paper = WAY_PAPER_A4;
  self->curves = choices.curves;
  self->filling = TRUE;
  audience = choices.audience == WAY_AUDIENCE_TEAM ? self->team : choices.audience == WAY_AUDIENCE_WORKSHOP ? self->workshop : self->public;
  gtk_check_button_set_active (audience, TRUE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (audience));
  fill_kinds (self, choices.kind);
  fill_extras (self);
  adw_combo_row_set_selected (self->maps, choices.all_maps);
  adw_combo_row_set_selected (self->reading, self->pathway ? choices.options.reading : WAY_READING_COMMISSIONER);
  adw_combo_row_set_selected (self->paper, choices.options.paper);
  adw_combo_row_set_selected (self->orientation, choices.options.orientation);
  adw_combo_row_set_selected (self->sheets, choices.options.tile);
  self->filling = FALSE;
  update (self);
}

static void
way_export_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WAY_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (way_export_dialog_parent_class)->dispose (object);
}

static void
way_export_dialog_finalize (GObject *object)
{
  WayExportDialog *self = WAY_EXPORT_DIALOG (object);

  g_clear_object (&self->window);
  g_free (self->map_id);
  g_free (self->map_title);
  g_free (self->map_kind);
  g_array_unref (self->kinds);
  g_clear_pointer (&self->versions, g_ptr_array_unref);

  G_OBJECT_CLASS (way_export_dialog_parent_class)->finalize (object);
}

static void
way_export_dialog_class_init (WayExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_export_dialog_finalize;

  g_type_ensure (WAY_TYPE_EXPORT_EXTRAS);
  g_type_ensure (WAY_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-export-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, WayExportDialog, child)
  BIND (box);
  BIND (export_button);
  BIND (audiences);
  BIND (preview);
  BIND (team_row);
  BIND (workshop_row);
  BIND (public_row);
  BIND (team);
  BIND (workshop);
  BIND (public);
  BIND (kind);
  BIND (maps);
  BIND (reading);
  BIND (compared);
  BIND (scenarios);
  BIND (left_out);
  BIND (paper);
  BIND (orientation);
  BIND (sheets);
  BIND (backup);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scenarios_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
way_export_dialog_init (WayExportDialog *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (WayExportKind));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rename_choice (AdwComboRow *row,
               guint        number,
               const char  *name)
{
  const char *const names[] = { name, NULL };

  gtk_string_list_splice (GTK_STRING_LIST (adw_combo_row_get_model (row)), number, 1, names);
}

/* A sheet has no records to be read by programs, and is paper from the beginning. */
static void
speak_of_personas (WayExportDialog *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->maps), _("_Personas"));
  rename_choice (self->maps, 0, _("This persona"));
  rename_choice (self->maps, 1, _("All personas"));
  rename_choice (self->paper, WAY_PAPER_FIT, _("As large as the sheet"));
}

static void
speak_of_printing (WayExportDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _("Print"));
  gtk_button_set_label (GTK_BUTTON (self->export_button), _("Pr_int…"));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), FALSE);
}

static WayExportDialog *
new_dialog (WayWindow  *window,
            const char *id,
            gboolean    to_print)
{
  WayExportDialog *self = g_object_new (WAY_TYPE_EXPORT_DIALOG, NULL);

  self->window = g_object_ref (window);
  self->map_id = g_strdup (id);
  self->to_print = to_print;
  self->filling = TRUE;
  if (to_print)
    speak_of_printing (self);
  return self;
}

/* The preview is drawn from the saved file, as what comes out will be. */
static void
present (WayExportDialog *self)
{
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (self->window));
  way_saver_save_async (way_window_get_saver (self->window), saved_cb, g_object_ref (self));
}

/**
 * way_export_dialog_ask_persona:
 * @window: a window with a workspace
 * @id: one of its personas
 * @to_print: whether it goes to a printer, and not to a file
 *
 * Asks how the sheet of a persona, or of all of them, is to be exported or printed, and does so.
 */
void
way_export_dialog_ask_persona (WayWindow  *window,
                               const char *id,
                               gboolean    to_print)
{
  g_autoptr (WayRecord) persona = NULL;
  WayExportDialog *self;

  if (!way_window_finish_typing (window) ||
      !way_records_read (WAY_RECORDS (way_window_get_workspace (window)), WAY_KIND_PERSONA, id, &persona, NULL) || persona == NULL)
    return;
  self = new_dialog (window, id, to_print);
  self->persona = TRUE;
  self->map_title = g_strdup (way_record_has (persona, WAY_PERSONA_NAME) ? way_record_get_text (persona, WAY_PERSONA_NAME) : _("Persona"));
  speak_of_personas (self);
  present (self);
}

/**
 * way_export_dialog_ask:
 * @window: a window that shows a map
 * @to_print: whether it goes to a printer, and not to a file
 *
 * Asks how the map is to be exported or printed, and does so.
 */
void
way_export_dialog_ask (WayWindow *window,
                       gboolean   to_print)
{
  WayMapView *view = way_window_get_view (window);
  WayScene *scene = way_canvas_get_scene (way_map_view_get_canvas (view));
  WayExportDialog *self;
  const char *title;

  if (scene == NULL || !way_map_view_finish_typing (view))
    return;
  self = new_dialog (window, way_map_view_get_map (view), to_print);
  title = way_scene_get_title (scene);
  self->map_kind = g_strdup (way_scene_get_kind (scene));
  self->pathway = g_str_equal (self->map_kind, "pathway");
  self->map_title = g_strdup (title != NULL ? title : _("Untitled map"));
  present (self);
}

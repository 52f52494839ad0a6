/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would come out of an export: one drawing at a time is made in a worker, and what was chosen meanwhile is drawn next. */
#include "app/way-export-preview.h"

#include "base/way-i18n.h"

struct _WayExportPreview
{
  AdwBin parent_instance;

  WayExportSource *source;    /* nullable; the worker's while one runs */
  char *map_id;               /* nullable */
  WayExportChoices choices;
  guint page;
  gboolean running, again;
  WayExportSketch *sketch;    /* nullable: the last that was drawn */

  GtkStack *stack;
  GtkPicture *picture;
  GtkLabel *words, *caption, *number;
  GtkTextView *text;
  GtkWidget *pages;
};

G_DEFINE_FINAL_TYPE (WayExportPreview, way_export_preview, ADW_TYPE_BIN)

/* What a worker needs, and nothing that changes under it. */
typedef struct
{
  WayExportSource *source;
  char *map_id;
  WayExportChoices choices;
  guint page;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  way_export_source_unref (request->source);
  g_free (request->map_id);
  way_export_choices_clear (&request->choices);
  g_free (request);
}

static void draw (WayExportPreview *self);

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  WayExportSketch *sketch = way_export_source_draw (request->source, request->map_id, &request->choices, request->page, &error);

  if (sketch != NULL)
    g_task_return_pointer (task, sketch, (GDestroyNotify) way_export_sketch_free);
  else
    g_task_return_error (task, error);
}

static void
show_words (WayExportPreview *self,
            const char       *words)
{
  gtk_label_set_label (self->words, words);
  gtk_widget_set_valign (adw_bin_get_child (ADW_BIN (self)), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_widget_set_visible (self->pages, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

/* What is beside the sketch, on that page of the stack. */
static void
show_page (WayExportPreview *self,
           const char       *name)
{
  WayExportSketch *sketch = self->sketch;
  /* Translators: which of several pages is shown. */
  g_autofree char *number = g_strdup_printf (_("%u of %u"), sketch->page + 1, sketch->pages);

  gtk_label_set_label (self->caption, sketch->caption);
  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), TRUE);
  gtk_widget_set_visible (self->pages, sketch->pages > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", sketch->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", sketch->page + 1 < sketch->pages);
  /* A picture is as high as it is; text takes all the height there is. */
  gtk_widget_set_valign (adw_bin_get_child (ADW_BIN (self)), g_str_equal (name, "text") ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_picture (WayExportPreview *self)
{
  WayExportSketch *sketch = self->sketch;
  /* Translators: what a picture shows: the title of a map, and how large its page is. */
  g_autofree char *text = g_strdup_printf (_("Preview of “%s”, %s"), sketch->title != NULL ? sketch->title : "", sketch->caption);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (sketch->picture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  show_page (self, "picture");
}

static void
show_text (WayExportPreview *self)
{
  WayExportSketch *sketch = self->sketch;
  /* Translators: what is read there: the title of a map. */
  g_autofree char *name = g_strdup_printf (_("Preview of “%s”"), sketch->title != NULL ? sketch->title : "");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), sketch->text, -1);
  gtk_text_view_set_monospace (self->text, self->choices.kind != WAY_EXPORT_TEXT);
  gtk_text_view_set_wrap_mode (self->text, self->choices.kind == WAY_EXPORT_TEXT ? GTK_WRAP_WORD_CHAR : GTK_WRAP_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_page (self, "text");
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  WayExportPreview *self = WAY_EXPORT_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  WayExportSketch *sketch = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (self->stack == NULL)
    {
      g_clear_pointer (&sketch, way_export_sketch_free);
      return;
    }
  if (sketch == NULL)
    show_words (self, error->message);
  else
    {
      g_clear_pointer (&self->sketch, way_export_sketch_free);
      self->sketch = sketch;
      self->page = sketch->page;
      if (sketch->picture != NULL)
        show_picture (self);
      else if (sketch->text != NULL)
        show_text (self);
      else if (self->choices.audience == WAY_AUDIENCE_DESK)
        show_words (self, _("Everything in this workspace, whatever was agreed: to keep safe, or to move it to another computer. "
                            "It is never to be shown."));
      else
        show_words (self, _("A file for other programs, with the words of the maps and the stories that may be seen. It has no pages."));
      g_signal_emit_by_name (self, "drawn");
    }
  if (self->again)
    draw (self);
}

static void
draw (WayExportPreview *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  self->again = self->running;
  if (self->running || self->source == NULL)
    return;
  self->running = TRUE;
  request = g_new (Request, 1);
  *request = (Request) { way_export_source_ref (self->source), g_strdup (self->map_id), way_export_choices_copy (&self->choices), self->page };
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
turn (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayExportPreview *self = WAY_EXPORT_PREVIEW (widget);

  if (g_str_equal (name, "preview.next"))
    self->page++;
  else if (self->page > 0)
    self->page--;
  draw (self);
}

static void
way_export_preview_dispose (GObject *object)
{
  WayExportPreview *self = WAY_EXPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_EXPORT_PREVIEW);
  self->again = FALSE;

  G_OBJECT_CLASS (way_export_preview_parent_class)->dispose (object);
}

static void
way_export_preview_finalize (GObject *object)
{
  WayExportPreview *self = WAY_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->source, way_export_source_unref);
  g_clear_pointer (&self->sketch, way_export_sketch_free);
  way_export_choices_clear (&self->choices);
  g_free (self->map_id);

  G_OBJECT_CLASS (way_export_preview_parent_class)->finalize (object);
}

static void
way_export_preview_class_init (WayExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_export_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_export_preview_finalize;

  g_signal_new ("drawn", WAY_TYPE_EXPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-export-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, words);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, text);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, caption);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, number);
  gtk_widget_class_bind_template_child (widget_class, WayExportPreview, pages);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn);
}

static void
way_export_preview_init (WayExportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * way_export_preview_set_source:
 * @self: a preview
 * @source: (transfer full): what to look at
 * @map_id: the map that is exported
 */
void
way_export_preview_set_source (WayExportPreview *self,
                               WayExportSource  *source,
                               const char       *map_id)
{
  g_return_if_fail (self->source == NULL);

  self->source = source;
  self->map_id = g_strdup (map_id);
  draw (self);
}

/**
 * way_export_preview_show:
 * @self: a preview
 * @choices: what to draw
 *
 * Draws in the background; the old picture stays until the new one is there.
 */
void
way_export_preview_show (WayExportPreview       *self,
                         const WayExportChoices *choices)
{
  way_export_choices_clear (&self->choices);
  self->choices = way_export_choices_copy (choices);
  draw (self);
}

/**
 * way_export_preview_fail:
 * @self: a preview
 * @reason: why there is nothing to be seen, in one sentence
 */
void
way_export_preview_fail (WayExportPreview *self,
                         const char       *reason)
{
  show_words (self, reason);
}

/**
 * way_export_preview_get_sketch:
 * @self: a preview
 *
 * Returns: (nullable): what was drawn last
 */
const WayExportSketch *
way_export_preview_get_sketch (WayExportPreview *self)
{
  return self->sketch;
}

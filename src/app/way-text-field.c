/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a record to write: kept on leaving, never lost to what happens elsewhere meanwhile. */
#include "app/way-text-field.h"

#include "base/way-i18n.h"

struct _WayTextField
{
  AdwPreferencesRow parent_instance;

  WayTextFieldMode mode;
  char *base;                 /* what the record says, as far as is known here */
  gboolean committing, only_on_return;
  GtkWidget *box, *title, *view;
};

static guint commit_signal, changed_signal;

G_DEFINE_FINAL_TYPE (WayTextField, way_text_field, ADW_TYPE_PREFERENCES_ROW)

/* A text view that is as high as its text is at its width, at once: GTK's own finds out line by line, later. */
typedef struct
{
  GtkTextView parent_instance;
} WayTextFieldView;

typedef GtkTextViewClass WayTextFieldViewClass;

static GType way_text_field_view_get_type (void);

G_DEFINE_TYPE (WayTextFieldView, way_text_field_view, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
way_text_field_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
way_text_field_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  *minimum = *natural = 40;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size < 0 ? -1 : MAX (for_size, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = height;
}

static void
way_text_field_view_class_init (WayTextFieldViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = way_text_field_view_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = way_text_field_view_measure;
}

static void
way_text_field_view_init (WayTextFieldView *self)
{
}

static GtkTextBuffer *
get_buffer (WayTextField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* One user action, so that Ctrl+Z in the row brings back what it replaced. */
static void
put_text (WayTextField *self,
          const char   *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        WayTextField          *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->view), gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return GDK_EVENT_STOP;
  /* As on the map, what was typed stays; undo takes it back. */
  if (key == GDK_KEY_Escape && way_text_field_is_changed (self) && !self->only_on_return)
    {
      way_text_field_commit (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (self->mode == WAY_TEXT_FIELD_LINES ? !control : control && self->mode == WAY_TEXT_FIELD_TEXT)
    {
      gtk_text_buffer_delete_selection (get_buffer (self), TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (get_buffer (self), "\n", 1, TRUE);
    }
  else
    way_text_field_commit (self);
  return GDK_EVENT_STOP;
}

static void
left_cb (GtkEventControllerFocus *controller,
         WayTextField            *self)
{
  if (!self->only_on_return)
    way_text_field_commit (self);
}

static void
text_changed_cb (GtkTextBuffer *buffer,
                 WayTextField  *self)
{
  gtk_widget_queue_resize (self->view);
  g_signal_emit (self, changed_signal, 0);
}

/* What is pasted into one line becomes one. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *where,
                char          *text,
                int            length,
                WayTextField  *self)
{
  g_autofree char *line = NULL;

  if (self->mode != WAY_TEXT_FIELD_LINE || memchr (text, '\n', length) == NULL)
    return;
  line = g_strndup (text, length);
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, where, line, -1);
}

static void
way_text_field_finalize (GObject *object)
{
  g_free (WAY_TEXT_FIELD (object)->base);

  G_OBJECT_CLASS (way_text_field_parent_class)->finalize (object);
}

static gboolean
way_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_TEXT_FIELD (widget)->view);
}

/* As Return does, for what writes without a keyboard. */
static void
keep (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  way_text_field_commit (WAY_TEXT_FIELD (widget));
}

static void
way_text_field_class_init (WayTextFieldClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.keep", NULL, keep);
  G_OBJECT_CLASS (klass)->finalize = way_text_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = way_text_field_grab_focus;
  commit_signal = g_signal_new ("commit", WAY_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  changed_signal = g_signal_new ("changed", WAY_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (WayTextField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  /* What is offered below the text belongs to the row: going there is not leaving. */
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
way_text_field_init (WayTextField *self)
{
  self->base = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->title = gtk_label_new (NULL);
  self->view = g_object_new (way_text_field_view_get_type (), NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dimmed");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (get_buffer (self), "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (get_buffer (self), "changed", G_CALLBACK (text_changed_cb), self);
  add_controllers (self);
}

/**
 * way_text_field_new:
 * @title: what is written there
 * @mode: what Return does
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
way_text_field_new (const char       *title,
                    WayTextFieldMode  mode)
{
  WayTextField *self = g_object_new (WAY_TYPE_TEXT_FIELD, "title", title, NULL);

  self->mode = mode;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, mode != WAY_TEXT_FIELD_LINE, -1);
  return GTK_WIDGET (self);
}

/**
 * way_text_field_set_text:
 * @self: a row
 * @text: (nullable): what the record says now
 *
 * Shows @text, unless something else was typed: then that stays, and replaces @text when it is kept.
 */
void
way_text_field_set_text (WayTextField *self,
                         const char   *text)
{
  gboolean typed = way_text_field_is_changed (self);

  if (text == NULL)
    text = "";
  if (g_strcmp0 (self->base, text) == 0)
    return;
  g_set_str (&self->base, text);
  if (typed)
    return;
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
}

/**
 * way_text_field_replace:
 * @self: a row
 * @text: what stands there from now on, as if it had been typed
 */
void
way_text_field_replace (WayTextField *self,
                        const char   *text)
{
  put_text (self, text);
}

/**
 * way_text_field_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what stands there
 */
char *
way_text_field_dup_text (WayTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/**
 * way_text_field_is_changed:
 * @self: a row
 *
 * Returns: whether something stands there that is not kept yet
 */
gboolean
way_text_field_is_changed (WayTextField *self)
{
  g_autofree char *text = way_text_field_dup_text (self);

  return !g_str_equal (text, self->base);
}

/**
 * way_text_field_commit:
 * @self: a row
 *
 * Returns: whether what stands there is kept
 */
gboolean
way_text_field_commit (WayTextField *self)
{
  g_autoptr (WayTextField) held = g_object_ref (self);
  g_autofree char *text = way_text_field_dup_text (self);
  gboolean kept = FALSE;

  if (g_str_equal (text, self->base))
    return TRUE;
  if (self->committing)
    return FALSE;
  self->committing = TRUE;
  g_signal_emit (self, commit_signal, 0, text, &kept);
  self->committing = FALSE;
  if (kept)
    g_set_str (&self->base, text);
  return kept;
}

/**
 * way_text_field_focus:
 * @self: a row
 *
 * Moves the focus there, with all of the text selected.
 */
void
way_text_field_focus (WayTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
  gtk_widget_grab_focus (self->view);
}

/**
 * way_text_field_empty:
 * @self: a row
 *
 * Begins with nothing again.
 */
void
way_text_field_empty (WayTextField *self)
{
  g_set_str (&self->base, "");
  gtk_text_buffer_set_text (get_buffer (self), "", -1);
}

/**
 * way_text_field_keep_on_return:
 * @self: a row
 *
 * Leaving the row does not keep its text: whoever holds it has buttons for that.
 */
void
way_text_field_keep_on_return (WayTextField *self)
{
  self->only_on_return = TRUE;
}

/**
 * way_text_field_get_box:
 * @self: a row
 *
 * Returns: where something can be put below the text
 */
GtkWidget *
way_text_field_get_box (WayTextField *self)
{
  return self->box;
}

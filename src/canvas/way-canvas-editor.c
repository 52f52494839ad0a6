/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing on the map: a text view laid over the card, at its scale, so that input methods and assistive technology work as anywhere. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

/* Text is typed no smaller than this, in logical pixels a point, however small the map is shown. */
#define SCALE_MIN 1.2
#define WIDTH_MIN 132.0
#define PADDING 8.0

static char *
dup_typed (WayCanvas *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
measure_editor (WayCanvas *self,
                double     width,
                double    *height)
{
  g_autofree char *text = dup_typed (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->editor.view, *text != '\0' ? text : " ");
  int text_height;

  pango_layout_set_width (layout, (width - self->editor.left - self->editor.right) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  *height = MAX (self->editor.area.height, text_height + 2 * self->editor.top);
}

/* Over its card, or larger from the card's middle where the map is shown too small to type in; always within the widget. */
void
way_canvas_allocate_editor (WayCanvas *self)
{
  double scale = MAX (way_view_get_scale (&self->view), SCALE_MIN);
  WayRect place;
  double width, height;
  GskTransform *transform;
  int minimum;

  if (self->editor.view == NULL)
    return;
  place = way_view_from_map (&self->view, &self->editor.area);
  width = MAX (self->editor.area.width, WIDTH_MIN);
  measure_editor (self, width, &height);
  gtk_widget_measure (self->editor.view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  if (way_scene_is_right_to_left (self->scene))
    place.x += place.width - width * scale;
  place.x = CLAMP (place.x, 0, MAX (0, self->view.width - width * scale));
  place.y = CLAMP (place.y, 0, MAX (0, self->view.height - height * scale));
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (place.x, place.y));
  transform = gsk_transform_scale (transform, scale, scale);
  gtk_widget_allocate (self->editor.view, width, height, -1, transform);
}

/* The card that is being changed may be elsewhere after an edit. */
void
way_canvas_follow_editor (WayCanvas *self)
{
  int item = self->editor.view != NULL && self->editor.before != NULL ? way_scene_find (self->scene, self->editor.spot.card) : -1;

  if (item >= 0)
    self->editor.area = way_scene_get_item (self->scene, item)->bounds;
}

static void
remove_gone (WayCanvas *self)
{
  g_clear_handle_id (&self->editor.removal, g_source_remove);
  g_clear_pointer (&self->editor.gone, gtk_widget_unparent);
}

static gboolean
removal_cb (gpointer data)
{
  WayCanvas *self = data;

  self->editor.removal = 0;
  remove_gone (self);
  return G_SOURCE_REMOVE;
}

/* Takes the text view away without asking what is in it. It may be losing the focus at this moment, and GTK walks up from it while it
 * tells so: it is out of sight at once, and goes when GTK is done. */
void
way_canvas_drop_editor (WayCanvas *self)
{
  GtkWidget *view = g_steal_pointer (&self->editor.view);

  if (view == NULL)
    return;
  g_clear_pointer (&self->editor.before, g_free);
  remove_gone (self);
  self->editor.gone = view;
  self->editor.removal = g_idle_add (removal_cb, self);
  gtk_widget_set_child_visible (view, FALSE);
  if (gtk_widget_has_focus (view))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* For the end of the canvas. */
void
way_canvas_dispose_editor (WayCanvas *self)
{
  way_canvas_drop_editor (self);
  remove_gone (self);
}

static gboolean
finish (WayCanvas *self,
        gboolean   keep)
{
  g_autofree char *text = NULL;
  gboolean is_new = self->editor.before == NULL;
  gboolean done = TRUE;

  if (self->editor.view == NULL || self->editor.finishing)
    return TRUE;
  self->editor.finishing = TRUE;
  text = dup_typed (self);
  if (is_new && !way_text_is_blank (text))
    done = way_canvas_add_card (self, &self->editor.place, text, keep);
  else if (!is_new && !g_str_equal (text, self->editor.before))
    done = way_canvas_change_card (self, self->editor.spot.card, text, keep);
  self->editor.finishing = FALSE;
  if (!done && keep)
    return FALSE;
  way_canvas_drop_editor (self);
  return TRUE;
}

/**
 * way_canvas_finish_typing:
 * @self: a canvas
 *
 * Puts what is being typed on the map. Where that fails it stays where it is.
 *
 * Returns: whether nothing is being typed any more
 */
gboolean
way_canvas_finish_typing (WayCanvas *self)
{
  return finish (self, TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayCanvas             *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor.view);

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter && key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (gtk_text_view_im_context_filter_keypress (view, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return GDK_EVENT_STOP;
  if (key != GDK_KEY_Escape && (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "\n", 1);
  else
    finish (self, key != GDK_KEY_Escape);
  return GDK_EVENT_STOP;
}

static void
left_cb (GtkEventControllerFocus *controller,
         WayCanvas               *self)
{
  finish (self, TRUE);
}

static void
typed_cb (GtkTextBuffer *buffer,
          WayCanvas     *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
open_editor (WayCanvas  *self,
             const char *text,
             const char *name)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkEventController *controller;

  gtk_widget_add_css_class (view, "card-editor");
  gtk_text_view_set_wrap_mode (text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (text_view, FALSE);
  gtk_text_view_set_left_margin (text_view, self->editor.left);
  gtk_text_view_set_right_margin (text_view, self->editor.right);
  gtk_text_view_set_top_margin (text_view, self->editor.top);
  gtk_text_view_set_bottom_margin (text_view, self->editor.top);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_text_buffer_set_text (buffer, text, -1);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (view, controller);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_DEFAULT);

  self->editor.view = view;
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  way_view_show (&self->view, &self->editor.area, 2 * WAY_VIEW_MARGIN);
  way_canvas_view_changed (self);
  gtk_widget_grab_focus (view);
}

/* Where in @cell the card after number @index - 1 goes: below it, or where the first one is. */
static WayRect
get_new_area (WayCanvas      *self,
              const WayGroup *cell,
              guint           index)
{
  g_autoptr (GArray) cards = way_outline_list_cards (self->scene, cell);
  WayRect area = { cell->bounds.x + 4, cell->bounds.y + 4, MAX (cell->bounds.width - 8, WIDTH_MIN), 34 };

  if (index > 0 && index <= cards->len)
    {
      const WayRect *bounds = &way_scene_get_item (self->scene, g_array_index (cards, guint, index - 1))->bounds;

      area.y = bounds->y + bounds->height + 4;
    }
  return area;
}

/**
 * way_canvas_type_new:
 * @self: a canvas
 *
 * Begins a new card after the selected one, or in the selected cell.
 *
 * Returns: whether there is something to type in
 */
gboolean
way_canvas_type_new (WayCanvas *self)
{
  const WayGroup *cell;
  int index;

  if (self->scene == NULL || !self->editable || !way_spot_is_set (&self->selected) || !finish (self, TRUE))
    return FALSE;
  cell = way_outline_find_cell (self->scene, self->selected.lane, self->selected.stage);
  if (cell == NULL)
    return FALSE;
  if (!way_canvas_takes_cards (self, self->selected.lane))
    {
      g_signal_emit_by_name (self, "refused", _("This lane shows how people felt; cards go in the others."));
      return FALSE;
    }
  g_autoptr (GArray) cards = way_outline_list_cards (self->scene, cell);
  index = way_outline_get_index (self->scene, &self->selected);
  self->editor.spot = self->selected;
  self->editor.place = (WayPlace) { .index = index >= 0 ? (guint) index + 1 : cards->len };
  g_strlcpy (self->editor.place.lane, self->selected.lane, sizeof self->editor.place.lane);
  g_strlcpy (self->editor.place.stage, self->selected.stage, sizeof self->editor.place.stage);
  self->editor.area = get_new_area (self, cell, self->editor.place.index);
  self->editor.left = self->editor.right = self->editor.top = PADDING;
  open_editor (self, "", _("New card"));
  return TRUE;
}

/* Finds where in the card its text is, so that the words stay where they are while they are changed. */
static void
find_text (WayCanvas     *self,
           const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (self->scene, item);

  self->editor.left = self->editor.right = self->editor.top = PADDING;
  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].type == WAY_MARK_TEXT)
      {
        int width = pango_layout_get_width (marks[i].text.block->layout);
        double across = width >= 0 ? (double) width / PANGO_SCALE : marks[i].text.block->width;

        self->editor.left = MAX (0, marks[i].text.at.x - item->bounds.x);
        self->editor.right = MAX (0, item->bounds.x + item->bounds.width - marks[i].text.at.x - across);
        self->editor.top = MAX (0, marks[i].text.at.y - item->bounds.y);
        return;
      }
}

/**
 * way_canvas_change_selected:
 * @self: a canvas
 *
 * Opens the selected card for changing, where there is one.
 */
void
way_canvas_change_selected (WayCanvas *self)
{
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  const WayItem *item;

  if (self->scene == NULL || !self->editable || *self->selected.card == '\0' || !finish (self, TRUE) ||
      way_scene_find (self->scene, self->selected.card) < 0)
    return;
  if (!way_lens_read (way_scene_get_lens (self->scene), WAY_KIND_CARD, self->selected.card, &record, &error) || record == NULL)
    {
      if (error != NULL)
        g_signal_emit_by_name (self, "refused", error->message);
      return;
    }
  item = way_scene_get_item (self->scene, way_scene_find (self->scene, self->selected.card));
  text = way_record_get_text (record, WAY_CARD_TEXT);
  self->editor.spot = self->selected;
  self->editor.before = g_strdup (text != NULL ? text : "");
  self->editor.area = item->bounds;
  find_text (self, item);
  open_editor (self, self->editor.before, _("Card"));
}

/**
 * way_canvas_add_here:
 * @self: a canvas
 *
 * Begins a new card after the selected one, or in the selected cell.
 */
void
way_canvas_add_here (WayCanvas *self)
{
  way_canvas_type_new (self);
}

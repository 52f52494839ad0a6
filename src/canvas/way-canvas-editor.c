/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing on the map: a text view laid over the card, at its scale, so that input methods and assistive technology work as anywhere. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "canvas/way-spelling.h"

/* Text is typed no smaller than this, in logical pixels a point, however small the map is shown. */
#define SCALE_MIN 1.2
#define WIDTH_MIN 132.0
#define PADDING 8.0
/* Text begins no nearer to an edge than this. */
#define PADDING_MIN 6.0
/* How much larger the title of a map is than other text. */
#define TITLE_LARGER (26 / 11.0)

/* With what an input method is still composing: that is typed as well, and must not be lost. */
static char *
dup_typed (WayCanvas *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.view));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkTextIter start, at, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_buffer_get_text (buffer, &start, &at, TRUE);
  after = gtk_text_buffer_get_text (buffer, &at, &end, TRUE);
  return g_strconcat (before, self->editor.composed != NULL ? self->editor.composed : "", after, NULL);
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
  double scale = MAX (way_view_get_scale (&self->view), self->editor.spot.kind == WAY_KIND_MAP ? SCALE_MIN / TITLE_LARGER : SCALE_MIN);
  WayRect place;
  double width, height;
  GskTransform *transform;
  int minimum;

  if (self->editor.view == NULL)
    return;
  place = way_view_from_map (&self->view, &self->editor.area);
  width = MIN (MAX (self->editor.area.width, WIDTH_MIN), self->view.width / scale);
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
  way_canvas_allocate_whose (self, &(WayRect) { place.x, place.y, width * scale, height * scale }, scale);
}

/* The card that is being changed may be elsewhere after an edit. */
void
way_canvas_follow_editor (WayCanvas *self)
{
  if (self->editor.view != NULL && self->editor.before != NULL && way_outline_get_bounds (self->scene, &self->editor.spot, &self->editor.area))
    self->editor.area = way_rect_grow (&self->editor.area, self->editor.edge);
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
  g_clear_handle_id (&self->editor.stay, g_source_remove);
  g_clear_pointer (&self->editor.before, g_free);
  g_clear_pointer (&self->editor.composed, g_free);
  g_clear_pointer (&self->editor.chip, gtk_widget_unparent);
  remove_gone (self);
  self->editor.gone = view;
  self->editor.removal = g_idle_add (removal_cb, self);
  gtk_widget_set_child_visible (view, FALSE);
  if (gtk_widget_has_focus (view))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "draft", &self->editor.spot, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* For the end of the canvas. */
void
way_canvas_dispose_editor (WayCanvas *self)
{
  way_canvas_drop_editor (self);
  remove_gone (self);
}

/* Puts what is typed on the map and goes on from there. Where that fails the text stays where it is. */
static gboolean
finish (WayCanvas *self,
        WayGoOn    where)
{
  const WayCanvasTools *tools;
  WayCanvasEditor done;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  if (self->editor.view == NULL || self->editor.finishing)
    return TRUE;
  self->editor.finishing = TRUE;
  tools = way_canvas_tools_get (self->scene);
  text = dup_typed (self);
  if (!tools->typed (self, &self->editor, text))
    {
      self->editor.finishing = FALSE;
      return FALSE;
    }
  done = self->editor;
  done.before = before = g_strdup (self->editor.before);
  way_canvas_drop_editor (self);
  self->editor.finishing = FALSE;
  if (where != WAY_GO_STAY && self->scene != NULL)
    tools->go_on (self, &done, where, !way_text_is_blank (text));
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
  return finish (self, WAY_GO_STAY);
}

/**
 * way_canvas_get_draft_area:
 * @self: a canvas
 * @area: (out caller-allocates): where on the map something is being typed, in points
 *
 * Returns: whether something is
 */
gboolean
way_canvas_get_draft_area (WayCanvas *self,
                           WayRect   *area)
{
  if (self->editor.view != NULL)
    *area = self->editor.area;
  return self->editor.view != NULL;
}

static gboolean
get_way_on (guint            key,
            GdkModifierType  modifiers,
            WayGoOn         *where)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      *where = WAY_GO_BELOW;
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      *where = (modifiers & GDK_SHIFT_MASK) != 0 ? WAY_GO_PREVIOUS : WAY_GO_NEXT;
      return (modifiers & GDK_CONTROL_MASK) == 0;
    case GDK_KEY_Escape:
      *where = WAY_GO_STAY;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayCanvas             *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor.view);
  WayGoOn where;

  /* What opens over the text, its menu and emoji, has these keys for itself. */
  if (view == NULL || !gtk_widget_is_focus (GTK_WIDGET (view)))
    return GDK_EVENT_PROPAGATE;
  if (self->editor.chip != NULL && (modifiers & GDK_ALT_MASK) != 0 && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    {
      way_canvas_ask_whose (self);
      return GDK_EVENT_STOP;
    }
  if (!get_way_on (key, modifiers, &where))
    return GDK_EVENT_PROPAGATE;
  if (gtk_text_view_im_context_filter_keypress (view, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return GDK_EVENT_STOP;
  if (where == WAY_GO_BELOW && (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "\n", 1);
  else
    finish (self, where);
  return GDK_EVENT_STOP;
}

/* Takes what an input method is composing as typed, for whoever takes the focus from the text for a moment: some input methods forget it then. */
void
way_canvas_settle_composed (WayCanvas *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.view));
  g_autofree char *composed = g_strdup (self->editor.composed), *all = dup_typed (self), *left = NULL;

  if (composed == NULL || *composed == '\0')
    return;
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->editor.view));
  left = dup_typed (self);
  if (!g_str_equal (left, all))
    gtk_text_buffer_insert_at_cursor (buffer, composed, -1);
}

/* A menu over the text, or what is asked beside it, gives the focus back by way of nothing, which is not leaving. That of the map, from
 * which the text was opened, gives it back to the map (GTK 4.18), after what was chosen there has been done. */
static gboolean
stay_cb (gpointer data)
{
  WayCanvas *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  self->editor.stay = 0;
  if (self->chooser != NULL)
    return G_SOURCE_REMOVE;
  if (focus == NULL || (focus == GTK_WIDGET (self) && self->menu_removal != 0))
    gtk_widget_grab_focus (self->editor.view);
  else if (focus != self->editor.view && !gtk_widget_is_ancestor (focus, self->editor.view))
    finish (self, WAY_GO_STAY);
  return G_SOURCE_REMOVE;
}

static gboolean
has_popover (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return TRUE;
  return FALSE;
}

static void
left_cb (GtkEventControllerFocus *controller,
         WayCanvas               *self)
{
  if (self->editor.view != NULL && (self->chooser != NULL || self->menu_removal != 0 || has_popover (self->editor.view)))
    {
      if (self->editor.stay == 0)
        self->editor.stay = g_idle_add_full (G_PRIORITY_HIGH, stay_cb, self, NULL);
    }
  else
    finish (self, WAY_GO_STAY);
}

static void
typed_cb (GtkTextBuffer *buffer,
          WayCanvas     *self)
{
  g_autofree char *text = NULL;

  if (self->editor.view == NULL || gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.view)) != buffer)
    return;
  text = dup_typed (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "draft", &self->editor.spot, text);
}

static void
composed_cb (GtkTextView *view,
             const char  *composed,
             WayCanvas   *self)
{
  if (self->editor.view != GTK_WIDGET (view) || self->editor.finishing || !g_set_str (&self->editor.composed, composed))
    return;
  typed_cb (gtk_text_view_get_buffer (view), self);
}

/* The text is in the view before, so that only what is typed later counts as being typed. */
static void
check_spelling (WayCanvas *self)
{
  WaySpelling *spelling = way_spelling_attach (GTK_TEXT_VIEW (self->editor.view));

  g_object_bind_property (self, "check-spelling", spelling, "check", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  way_spelling_set_language (spelling, way_scene_get_language (self->scene));
}

static GtkWidget *
make_view (WayCanvas  *self,
           const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  GtkEventController *controller;

  gtk_widget_add_css_class (view, "card-editor");
  if (self->editor.spot.kind == WAY_KIND_MAP)
    gtk_widget_add_css_class (view, "title");
  gtk_text_view_set_wrap_mode (text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (text_view, FALSE);
  gtk_text_view_set_left_margin (text_view, self->editor.left);
  gtk_text_view_set_right_margin (text_view, self->editor.right);
  gtk_text_view_set_top_margin (text_view, self->editor.top);
  gtk_text_view_set_bottom_margin (text_view, self->editor.top);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->editor.name, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text_view), text, -1);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (view, controller);
  g_signal_connect_object (gtk_text_view_get_buffer (text_view), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (composed_cb), self, G_CONNECT_DEFAULT);
  return view;
}

/* Finds where in an item its text is, so that the words stay where they are while they are changed; text that begins at an edge of the item
 * has some room there. */
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
        self->editor.edge = MAX (0, PADDING_MIN - MIN (self->editor.top, MIN (self->editor.left, self->editor.right)));
        self->editor.left += self->editor.edge;
        self->editor.right += self->editor.edge;
        self->editor.top += self->editor.edge;
        self->editor.area = way_rect_grow (&item->bounds, self->editor.edge);
        return;
      }
}

static void
open_editor (WayCanvas *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  self->editor.left = self->editor.right = self->editor.top = PADDING;
  self->editor.edge = 0;
  if (self->editor.item >= 0)
    {
      const WayItem *item = way_scene_get_item (self->scene, self->editor.item);

      self->editor.area = item->bounds;
      find_text (self, item);
    }
  self->editor.view = make_view (self, self->editor.before != NULL && !self->editor.over ? self->editor.before : "");
  gtk_widget_set_parent (self->editor.view, GTK_WIDGET (self));
  check_spelling (self);
  way_canvas_show_whose (self);
  way_view_show (&self->view, &self->editor.area, 2 * WAY_VIEW_MARGIN);
  way_canvas_view_changed (self);
  gtk_widget_grab_focus (self->editor.view);
  /* A title is more often another than a longer one. */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (self->editor.spot.kind != WAY_KIND_CARD && self->editor.before != NULL)
    gtk_text_buffer_select_range (buffer, &start, &end);
  else
    gtk_text_buffer_place_cursor (buffer, &end);
  typed_cb (buffer, self);
}

/**
 * way_canvas_type_with:
 * @self: a canvas
 * @fill: says in the editor what is typed and where
 *
 * Returns: whether there is something to type in
 */
gboolean
way_canvas_type_with (WayCanvas *self,
                      gboolean (*fill) (WayCanvas       *self,
                                        WayCanvasEditor *editor))
{
  if (self->scene == NULL || !self->editable || !finish (self, WAY_GO_STAY))
    return FALSE;
  self->editor.over = self->editor.beyond = self->editor.pointed = self->editor.asks_whose = FALSE;
  self->editor.variant = NULL;
  self->editor.item = -1;
  if (!fill (self, &self->editor))
    return FALSE;
  open_editor (self);
  return TRUE;
}

/**
 * way_canvas_type_new:
 * @self: a canvas
 *
 * Begins something new where the selection is, such as a card after the selected one.
 *
 * Returns: whether there is something to type in
 */
gboolean
way_canvas_type_new (WayCanvas *self)
{
  return self->scene != NULL && way_canvas_type_with (self, way_canvas_tools_get (self->scene)->type_new);
}

/**
 * way_canvas_change_selected:
 * @self: a canvas
 *
 * Opens what is selected for changing, where it has words.
 */
void
way_canvas_change_selected (WayCanvas *self)
{
  if (self->scene != NULL)
    way_canvas_type_with (self, way_canvas_tools_get (self->scene)->type_change);
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

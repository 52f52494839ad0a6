/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a text view whose spelling is looked at: other spellings come first, where GTK's own menu has room for more only at its end. */
#include "canvas/way-spelling-private.h"

#include "base/way-i18n.h"

#define OFFERS_MAX 6

/* One step of undoing. */
static void
correct (GSimpleAction *action,
         GVariant      *with,
         gpointer       data)
{
  WaySpelling *self = data;
  WaySpelledWord place;
  g_autofree char *word = way_spelling_dup_wrong_word (self, &place);
  GtkTextIter start, end;

  if (word == NULL || !gtk_text_view_get_editable (self->view))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, place.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, place.end);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, g_variant_get_string (with, NULL), -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static void
accept (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  WaySpelling *self = data;
  WaySpelledWord place;
  g_autofree char *word = way_spelling_dup_wrong_word (self, &place);

  if (word == NULL)
    return;
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "add"))
    spelling_checker_add_word (self->checker, word);
  else
    spelling_checker_ignore_word (self->checker, word);
  way_spelling_forget_words (self);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_word (WaySpelling *self,
             GMenu       *menu,
             const char  *word)
{
  g_auto (GStrv) found = spelling_checker_list_corrections (self->checker, word);
  GMenu *offers = g_menu_new (), *words = g_menu_new ();

  for (guint i = 0; found != NULL && found[i] != NULL && i < OFFERS_MAX; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (found[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", found[i]);
      g_menu_append_item (offers, item);
    }
  g_menu_append (words, _("Add to _Dictionary"), "spelling.add");
  g_menu_append (words, _("I_gnore This Word"), "spelling.ignore");
  append_section (menu, offers);
  append_section (menu, words);
}

static GMenu *
make_model (WaySpelling *self)
{
  GMenu *menu = g_menu_new (), *board = g_menu_new (), *more = g_menu_new (), *check = g_menu_new ();
  WaySpelledWord place;
  g_autofree char *word = way_spelling_dup_wrong_word (self, &place);

  if (word != NULL)
    append_word (self, menu, word);
  g_menu_append (board, _("Cu_t"), "clipboard.cut");
  g_menu_append (board, _("_Copy"), "clipboard.copy");
  g_menu_append (board, _("_Paste"), "clipboard.paste");
  g_menu_append (more, _("Select _All"), "selection.select-all");
  g_menu_append (more, _("Insert _Emoji"), "misc.insert-emoji");
  /* Without a dictionary there is nothing to turn on. */
  if (self->checker != NULL || !self->check)
    g_menu_append (check, _("Check _Spelling"), "spelling.check");
  append_section (menu, board);
  append_section (menu, more);
  append_section (menu, check);
  return menu;
}

static void
remove_menu (WaySpelling *self)
{
  g_clear_handle_id (&self->menu_removal, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static gboolean
removal_cb (gpointer data)
{
  WaySpelling *self = data;

  self->menu_removal = 0;
  remove_menu (self);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu is closed, and is looked for from it. */
static void
closed_cb (GtkPopover  *popover,
           WaySpelling *self)
{
  if (self->menu == GTK_WIDGET (popover) && self->menu_removal == 0)
    self->menu_removal = g_idle_add (removal_cb, self);
}

static void
show_menu (WaySpelling *self)
{
  g_autoptr (GMenu) model = make_model (self);
  GdkRectangle cursor;

  remove_menu (self);
  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &cursor.x, &cursor.y);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &cursor);
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The pointer asks about the word that it is at. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            WaySpelling     *self)
{
  GtkTextIter at, start, end;
  int across, down;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &across, &down);
  gtk_text_view_get_iter_at_location (self->view, &at, across, down);
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end) || !gtk_text_iter_in_range (&at, &start, &end))
    gtk_text_buffer_place_cursor (self->buffer, &at);
  show_menu (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        WaySpelling           *self)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self->view)) || (key != GDK_KEY_Menu && (key != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0)))
    return GDK_EVENT_PROPAGATE;
  show_menu (self);
  return GDK_EVENT_STOP;
}

static void
add_actions (WaySpelling *self)
{
  static const GActionEntry entries[] = {
    { "correct", correct, "s", NULL, NULL, { 0 } }, { "add", accept, NULL, NULL, NULL, { 0 } }, { "ignore", accept, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GPropertyAction) check = g_property_action_new ("check", self, "check");

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (check));
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", G_ACTION_GROUP (self->actions));
}

void
way_spelling_add_menu (WaySpelling *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_actions (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (self->view, "destroy", G_CALLBACK (remove_menu), self);
}

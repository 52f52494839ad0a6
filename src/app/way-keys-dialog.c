/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of keys: the only file that knows how it is shown. */
#include "app/way-keys-dialog.h"

#include "base/way-i18n.h"

typedef struct
{
  const char *keys;           /* NULL begins a group */
  const char *what;
} WayKey;

static const WayKey keys[] = {
  { NULL, N_("On the Map") },
  { "Left Right Up Down", N_("Go from card to card, and on to headers") },
  { "Home End", N_("Go to the first or last stage") },
  { "Return F2", N_("Change the card, or rename the stage or lane") },
  { "Insert", N_("Add a card after this one; typing does so as well") },
  { "Delete", N_("Delete what is selected") },
  { "<Control>d", N_("Duplicate what is selected") },
  { "<Control>Left <Control>Right", N_("Move the card to another stage") },
  { "<Control>Up <Control>Down", N_("Move the card up or down, or to another lane") },
  { "<Alt>Left <Alt>Right", N_("Move the stage") },
  { "<Alt>Up <Alt>Down", N_("Move the lane") },
  { "<Control><Shift>Left <Control><Shift>Right", N_("Add a stage beside this one") },
  { "<Control><Shift>Up <Control><Shift>Down", N_("Add a lane above or below this one") },
  { "<Shift>Left <Shift>Right <Shift>Up <Shift>Down", N_("Select several cards") },
  { "<Control>space", N_("Pick this card, and go on to others with the arrows") },
  { "<Control>a", N_("Select all cards of the cell, then of the map") },
  { "<Control>c <Control>x <Control>v", N_("Copy, cut or paste cards; lines become cards, a table becomes cells") },
  { "<Control>f", N_("Find on the map") },
  { "<Control><Alt>p", N_("Pick out the feelings of the next persona, or compare them") },
  { "<Control><Shift>f", N_("Pin a question, concern, idea or decision to it") },
  { "<Shift>F10", N_("What can be done here") },
  { "Escape", N_("Select nothing") },
  { NULL, N_("While Typing") },
  { "Return", N_("Put it on the map, and begin the next card below") },
  { "Tab <Shift>Tab", N_("Put it on the map, and go on under the next stage or the one before") },
  { "<Control>Return <Shift>Return", N_("Begin a new line") },
  { "<Alt>Down", N_("Choose whose a feeling is") },
  { "Escape", N_("Put it on the map, and stop typing") },
  { NULL, N_("On a Pathway") },
  { "Left Right", N_("Go to the step that a link leads from or to") },
  { "Up Down", N_("Go to a step above or below, or to another link of the same step") },
  { "<Shift>Left <Shift>Right", N_("Select a link that leads to the step or on from it") },
  { "<Shift>Down", N_("Select a flag on it") },
  { "Insert", N_("Add a step after this one, or in the lane; typing does so as well; on a link, typing changes what is written on it") },
  { "<Control><Shift>Left <Control><Shift>Right", N_("Add a step before or after this one, or in the link") },
  { "<Control>l", N_("Link the step to another, or to a new one, by name") },
  { "<Control>k", N_("Choose the kind of step, link or lane") },
  { "<Control>Up <Control>Down", N_("Move the step to another lane") },
  { "<Control>Left <Control>Right", N_("Pin the step to another column") },
  { "<Control>u", N_("Unpin the step") },
  { "<Control>a", N_("Select all steps of the lane, then of the map") },
  { "<Control>c <Control>x <Control>v", N_("Copy, cut or paste steps; lines become steps linked in order, a table becomes steps and links") },
  { "<Alt>Up <Alt>Down", N_("Move the lane among those of its kind") },
  { "<Control><Shift>Up <Control><Shift>Down", N_("Add a lane") },
  { NULL, N_("While Typing on a Pathway") },
  { "Return", N_("Put the step on the map, and begin the next one, linked from it") },
  { "Tab <Shift>Tab", N_("Put the step on the map, and begin one in the lane below or above, linked from it") },
  { NULL, N_("View") },
  { "<Control>plus <Control>minus", N_("Zoom in or out") },
  { "<Control>0", N_("Show the whole map") },
  { "<Control>1", N_("As large as on paper") },
  { "Page_Up Page_Down", N_("Scroll up or down") },
  { "<Control>Page_Up <Control>Page_Down", N_("Go to another map") },
  { "space", N_("Hold and drag to move the map") },
  { NULL, N_("Showing to a Room") },
  { "F5", N_("Show the map to the room") },
  { "<Shift>F5", N_("Show it in this window") },
  { "<Control>F5", N_("Stop showing it") },
  { "<Alt>1", N_("The room follows the desk") },
  { "<Alt>2", N_("The room stands still") },
  { "<Alt>3", N_("The room goes from stage to stage") },
  { "<Alt>Page_Down <Alt>Page_Up", N_("Walk on or back") },
  { "<Control><Shift>b", N_("Black screen") },
  { "<Control><Shift>t", N_("Start or pause the countdown") },
  { NULL, N_("In Front of the Room") },
  { "Page_Down Page_Up", N_("Walk on or back; arrows, space and remote clickers do so as well") },
  { "Home End", N_("Go to the first or last stage") },
  { "f h w", N_("Follow the desk, stand still, or walk") },
  { "b period", N_("Black screen") },
  { "t", N_("Start or pause the countdown") },
  { "F11", N_("Fill the screen") },
  { "Escape", N_("Stop showing the map") },
  { NULL, N_("Among All Maps") },
  { "Return", N_("Open the map") },
  { "F2", N_("Rename the map") },
  { "<Control>d", N_("Duplicate the map") },
  { "<Alt>Left <Alt>Right", N_("Move the map earlier or later") },
  { "Delete", N_("Delete the map") },
  { "<Shift>F10", N_("What can be done with the map") },
  { NULL, N_("Among Personas") },
  { "<Alt>Up <Alt>Down", N_("Move the persona earlier or later") },
  { "<Control>d", N_("Duplicate the persona") },
  { "<Alt>Delete", N_("Delete the persona") },
  { NULL, N_("Window") },
  { "<Control>m", N_("Show all maps") },
  { "<Control><Shift>p", N_("Show all personas") },
  { "F6 <Shift>F6", N_("Go between the sidebar, the page and the pane beside it") },
  { "F9", N_("Show or hide the pane beside the map") },
  { "F10", N_("Open the menu") },
  { "F1", N_("Read the help") },
  { "<Control>question", N_("List the keys") },
  { NULL, N_("Workspace") },
  { "<Control>z", N_("Undo") },
  { "<Control><Shift>z", N_("Redo") },
  { "<Control>n", N_("Begin a new workspace") },
  { "<Control>o", N_("Open") },
  { "<Control>s", N_("Save now") },
  { "<Control><Shift>s", N_("Save a copy") },
  { "<Control>i", N_("Import") },
  { "<Control>e", N_("Export the map") },
  { "<Control>p", N_("Print the map, or the sheet of a persona") },
  { "<Control><Shift>c", N_("Copy the map as a picture") },
  { "<Control><Shift>g", N_("Copy the map as SVG") },
  { "<Control>w", N_("Close the window") },
  { "<Control>q", N_("Close all windows") },
};

static char *
dup_key_labels (const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (!gtk_accelerator_parse (each[i], &key, &modifiers))
        continue;
      g_free (each[i]);
      each[i] = gtk_accelerator_get_label (key, modifiers);
    }
  return g_strjoinv ("   ", each);
}

/**
 * way_keys_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists the keys
 */
AdwDialog *
way_keys_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *label = NULL;
      GtkWidget *row, *shown;

      if (keys[i].keys == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(keys[i].what));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
          continue;
        }
      label = dup_key_labels (keys[i].keys);
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(keys[i].what));
      shown = gtk_label_new (label);
      gtk_widget_add_css_class (shown, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
      adw_preferences_group_add (group, row);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 620);
  return dialog;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying something to the person in front of a window: in passing, with something to press, or so that they have to see it. */
#include "app/way-toast.h"

#include "base/way-i18n.h"

/**
 * way_toast_add:
 * @near_by: a widget in the window
 * @toast: (transfer full): what to say, not in markup
 *
 * What happened last is said at once; what it covers comes back after it.
 */
void
way_toast_add (GtkWidget *near_by,
               AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (near_by, ADW_TYPE_TOAST_OVERLAY);

  g_return_if_fail (overlay != NULL);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * way_toast_say:
 * @near_by: a widget in the window
 * @message: one sentence
 */
void
way_toast_say (GtkWidget  *near_by,
               const char *message)
{
  way_toast_add (near_by, adw_toast_new (message));
}

/**
 * way_toast_offer:
 * @near_by: a widget in the window
 * @message: what happened, in a few words
 * @button: what can be done about it
 * @action: the action that does it
 */
void
way_toast_offer (GtkWidget  *near_by,
                 const char *message,
                 const char *button,
                 const char *action)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  way_toast_add (near_by, toast);
}

static void
dismiss (gpointer toast)
{
  adw_toast_dismiss (toast);
  g_object_unref (toast);
}

/**
 * way_toast_offer_undo:
 * @near_by: a widget in the window
 * @message: what was done, in a few words
 *
 * Offers to take it back, until something else is done: then undo would take back that.
 */
void
way_toast_offer_undo (GtkWidget  *near_by,
                      const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (near_by, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);

  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_object_set_data_full (G_OBJECT (overlay), "way-undo", g_object_ref (toast), dismiss);
  way_toast_add (near_by, toast);
}

/**
 * way_toast_forget_undo:
 * @overlay: where toasts of the window are shown
 *
 * Something else was done, or it was taken back by other means.
 */
void
way_toast_forget_undo (AdwToastOverlay *overlay)
{
  g_object_set_data (G_OBJECT (overlay), "way-undo", NULL);
}

/**
 * way_toast_alert:
 * @near_by: a widget in the window
 * @heading: what could not be done
 * @message: why, in one sentence
 *
 * Shows a dialog that has to be closed.
 */
void
way_toast_alert (GtkWidget  *near_by,
                 const char *heading,
                 const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, near_by);
}

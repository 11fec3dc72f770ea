/* hs-picture-slot.c: the place of a picture, empty until it is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-picture-slot.h"

#include <glib/gi18n.h>

#include "hs-picture.h"
#include "hs-template.h"

/* Pixels that a loaded picture may be wide: twice the longest line, for screens
 * with two pixels to a point. */
#define MAX_WIDTH 1600
#define MAX_HEIGHT 700
/* With less room the button stands under the words. */
#define NARROW 420

struct _HsPictureSlot
{
  GtkWidget parent_instance;

  GtkStack *stack;         /* (template) */
  GtkBox *empty;           /* (template) */
  GtkLabel *alt_label;     /* (template) */
  GtkLabel *about_label;   /* (template) */
  GtkButton *load_button;  /* (template) */
  GtkSpinner *spinner;     /* (template) */
  GtkPicture *picture;     /* (template) */

  char *address;             /* (owned) */
  guint width;               /* as the page states it, 0 unknown */
  guint height;
  int room;                  /* how wide it may be, in pixels */
  GCancellable *cancellable; /* (owned) (nullable): while it is loaded */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsPictureSlot, hs_picture_slot, GTK_TYPE_WIDGET)

static void
hs_picture_slot_say (HsPictureSlot *self,
                     const char    *problem)
{
  g_autoptr (GUri) uri = g_uri_parse (self->address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : _("in the page itself");
  g_autofree char *about = NULL;

  if (problem != NULL)
    about = g_strdup_printf (_("It could not be loaded: %s"), problem);
  else if (self->width > 0 && self->height > 0)
    about = g_strdup_printf (_("%u × %u, %s"), self->width, self->height, host);
  else
    about = g_strdup (host);
  gtk_label_set_label (self->about_label, about);
}

/* As large as it is, but no wider than the line and not taller than a window. */
static void
hs_picture_slot_size (HsPictureSlot *self)
{
  GdkPaintable *paintable = gtk_picture_get_paintable (self->picture);
  int width, height;

  if (self->room == 0)
    return;
  if (paintable == NULL)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self), self->room, -1);
      return;
    }
  width = MAX (gdk_paintable_get_intrinsic_width (paintable), 1);
  height = MAX (gdk_paintable_get_intrinsic_height (paintable), 1);
  if (width > self->room)
    {
      height = MAX ((gint64) height * self->room / width, 1);
      width = self->room;
    }
  if (height > MAX_HEIGHT)
    {
      width = MAX ((gint64) width * MAX_HEIGHT / height, 1);
      height = MAX_HEIGHT;
    }
  gtk_widget_set_size_request (GTK_WIDGET (self), width, height);
}

static void
hs_picture_slot_show (HsPictureSlot *self,
                      GdkPaintable  *paintable)
{
  gtk_picture_set_paintable (self->picture, paintable);
  gtk_stack_set_visible_child_name (self->stack, "picture");
  hs_picture_slot_size (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HsPictureSlot) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsPicture) picture = hs_picture_load_finish (result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (picture == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  if (picture == NULL)
    {
      hs_picture_slot_say (self, error->message);
      gtk_button_set_label (self->load_button, _("Try Again"));
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_R8G8B8A8, picture->pixels,
                                    picture->stride);
  hs_picture_slot_show (self, GDK_PAINTABLE (texture));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/**
 * hs_picture_slot_load:
 * @self: a slot
 *
 * Fetches the picture, unless it is there or on its way.
 */
void
hs_picture_slot_load (HsPictureSlot *self)
{
  g_return_if_fail (HS_IS_PICTURE_SLOT (self));

  if (self->cancellable != NULL || gtk_picture_get_paintable (self->picture) != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  hs_picture_load_async (self->address, MAX_WIDTH, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
hs_picture_slot_dispose (GObject *object)
{
  HsPictureSlot *self = HS_PICTURE_SLOT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_PICTURE_SLOT);

  G_OBJECT_CLASS (hs_picture_slot_parent_class)->dispose (object);
}

static void
hs_picture_slot_finalize (GObject *object)
{
  g_free (HS_PICTURE_SLOT (object)->address);

  G_OBJECT_CLASS (hs_picture_slot_parent_class)->finalize (object);
}

static void
hs_picture_slot_class_init (HsPictureSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hs_picture_slot_dispose;
  object_class->finalize = hs_picture_slot_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-picture-slot.ui");
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, stack);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, empty);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, alt_label);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, about_label);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, load_button);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, spinner);
  gtk_widget_class_bind_template_child (widget_class, HsPictureSlot, picture);
  gtk_widget_class_bind_template_callback (widget_class, hs_picture_slot_load);

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", HS_TYPE_PICTURE_SLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
hs_picture_slot_init (HsPictureSlot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_picture_slot_new:
 * @address: where the picture is
 * @place: where it stands in the article
 * @paintable: (nullable): the picture, when it was loaded before
 *
 * Returns: (transfer floating): room for it, with a button that loads it
 */
GtkWidget *
hs_picture_slot_new (const char         *address,
                     const HsImagePlace *place,
                     GdkPaintable       *paintable)
{
  HsPictureSlot *self = g_object_new (HS_TYPE_PICTURE_SLOT, NULL);
  const char *alt = place->alt != NULL ? place->alt : _("Picture without a description");
  g_autofree char *label = g_strdup_printf (_("Picture: %s"), alt);
  g_autofree char *load = g_strdup_printf (_("Load picture: %s"), alt);

  self->address = g_strdup (address);
  self->width = place->width;
  self->height = place->height;
  gtk_label_set_label (self->alt_label, alt);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->load_button), address);
  gtk_picture_set_alternative_text (self->picture, alt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->load_button), GTK_ACCESSIBLE_PROPERTY_LABEL, load, -1);
  hs_picture_slot_say (self, NULL);
  if (paintable != NULL)
    hs_picture_slot_show (self, paintable);
  return GTK_WIDGET (self);
}

/* @width: of a line, in pixels */
void
hs_picture_slot_set_room (HsPictureSlot *self,
                          int            width)
{
  g_return_if_fail (HS_IS_PICTURE_SLOT (self));

  if (self->room == width)
    return;
  self->room = width;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->empty),
                                  width < NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  hs_picture_slot_size (self);
}

/**
 * hs_picture_slot_get_paintable:
 * @self: room for a picture
 *
 * Returns: (transfer none) (nullable): the picture, once it is loaded
 */
GdkPaintable *
hs_picture_slot_get_paintable (HsPictureSlot *self)
{
  g_return_val_if_fail (HS_IS_PICTURE_SLOT (self), NULL);

  return gtk_picture_get_paintable (self->picture);
}

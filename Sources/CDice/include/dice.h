#ifndef DICE_H
#define DICE_H

/// The widest instructions that this processor has and the kernels know.
int dice_width(void);

#endif

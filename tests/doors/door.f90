! SPDX-License-Identifier: MIT
! The door of Fortran: runs the calls of a file through the module that
! lib/tools/fortran.py makes, and prints their digest, as calls.py says.
! Products of 64 bits wrap: -fwrapv.   usage: door CALLS
module door
    use dtgrowth
    implicit none
    integer(c_int64_t), parameter :: memory = 2_c_int64_t**20, pattern = -91
    integer(c_int64_t), parameter :: prime = int(z'100000001b3', c_int64_t)

    abstract interface
        subroutine element(p)
            import :: c_ptr
            type(c_ptr), intent(in) :: p
        end subroutine element
    end interface

    ! What a call may write to, and how an element of it joins the digest.
    type room
        integer(c_int64_t) :: at, many, size
        procedure(element), pointer, nopass :: add
    end type room

    character(len=:), allocatable :: calls, token
    integer(c_int8_t), target :: arena(memory)
    type(room) :: rooms(64)
    type(dt_error), target :: error
    type(dt_series_sum), target :: sums(0:7)
    integer(c_int64_t) :: cursor = 1, used = 0
    integer(c_int64_t) :: hash = int(z'cbf29ce484222325', c_int64_t)
    integer :: room_count = 0

contains

! ---- The file

! Takes the next token, empty at the end of the file.
subroutine advance()
    integer(c_int64_t) :: first

    do while (cursor <= len(calls))
        if (calls(cursor:cursor) > ' ') exit
        cursor = cursor + 1
    end do
    first = cursor
    do while (cursor <= len(calls))
        if (calls(cursor:cursor) <= ' ') exit
        cursor = cursor + 1
    end do
    token = calls(first:cursor - 1)
end subroutine advance

function next_integer() result(x)
    integer(c_int64_t) :: x

    call advance()
    read (token, *) x
end function next_integer

! A number whose digits are its bits.
function next_double() result(x)
    real(c_double) :: x
    integer(c_int64_t) :: bits, exponent
    character(len=:), allocatable :: rest
    integer :: i

    call advance()
    rest = token(merge(2, 1, token(1:1) == '-'):)
    bits = 0
    select case (rest)
    case ('nan')
        bits = int(z'7ff8000000000000', c_int64_t)
    case ('inf')
        bits = int(z'7ff0000000000000', c_int64_t)
    case default
        do i = 5, 17
            bits = 16 * bits + index('0123456789abcdef', rest(i:i)) - 1
        end do
        read (rest(19:), *) exponent
        if (rest(3:3) == '1') bits = bits + ishft(exponent + 1023, 52)
    end select
    if (token(1:1) == '-') bits = ibset(bits, 63)
    x = transfer(bits, x)
end function next_double

! A text in the memory of the call.
function next_text() result(p)
    type(c_ptr) :: p
    integer(c_int64_t) :: at
    integer :: i

    call advance()
    p = c_null_ptr
    if (token == 'null') return
    at = take(len(token, kind=c_int64_t))
    do i = 2, len(token)
        arena(at + i - 2) = int(iachar(plain(token(i:i))), c_int8_t)
    end do
    arena(at + len(token) - 1) = 0
    p = c_loc(arena(at))
end function next_text

! A character of a text, in which ~ stands for a space.
function plain(letter)
    character, intent(in) :: letter
    character :: plain

    plain = merge(' ', letter, letter == '~')
end function plain

! ---- Memory of a call, forgotten before the next

function take(size) result(at)
    integer(c_int64_t), intent(in) :: size
    integer(c_int64_t) :: at

    at = used + 1
    used = used + (size + 15) / 16 * 16
    if (used > memory) error stop 'no memory is left'
end function take

function read_array(size, read_one) result(p)
    integer(c_int64_t), intent(in) :: size
    procedure(element) :: read_one
    type(c_ptr) :: p
    integer(c_int64_t) :: at, many, i

    call advance()
    p = c_null_ptr
    if (token == 'null') return
    read (token, *) many
    at = take(many * size)
    arena(at:at + many * size - 1) = 0
    do i = 0, many - 1
        call read_one(c_loc(arena(at + i * size)))
    end do
    p = c_loc(arena(at))
end function read_array

! Room for a result.
function make_room(size, add) result(p)
    integer(c_int64_t), intent(in) :: size
    procedure(element) :: add
    type(c_ptr) :: p
    integer(c_int64_t) :: at, many

    call advance()
    p = c_null_ptr
    if (token == 'null') return
    read (token, *) many
    at = take(many * size)
    arena(at:at + many * size - 1) = int(pattern, c_int8_t)
    room_count = room_count + 1
    rooms(room_count)%at = at
    rooms(room_count)%many = many
    rooms(room_count)%size = size
    rooms(room_count)%add => add
    p = c_loc(arena(at))
end function make_room

! Room for a text, which is one element however long.
function make_text() result(p)
    type(c_ptr) :: p

    p = make_room(1_c_int64_t, add_char)
    if (c_associated(p)) rooms(room_count)%many = &
        min(1_c_int64_t, rooms(room_count)%many)
end function make_text

! ---- Reading elements

subroutine read_double(p)
    type(c_ptr), intent(in) :: p
    real(c_double), pointer :: to

    call c_f_pointer(p, to)
    to = next_double()
end subroutine read_double

subroutine read_int64_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int64_t), pointer :: to

    call c_f_pointer(p, to)
    to = next_integer()
end subroutine read_int64_t

subroutine read_int32_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int32_t), pointer :: to

    call c_f_pointer(p, to)
    to = int(next_integer(), c_int32_t)
end subroutine read_int32_t

subroutine read_uint32_t(p)
    type(c_ptr), intent(in) :: p

    call read_int32_t(p)
end subroutine read_uint32_t

! The lowest eight bits.
subroutine read_uint8_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int8_t), pointer :: to
    integer(c_int64_t) :: x

    call c_f_pointer(p, to)
    x = next_integer()
    to = int(merge(x - 256, x, x > 127), c_int8_t)
end subroutine read_uint8_t

subroutine read_chars(to)
    character(c_char), intent(inout) :: to(:)
    integer :: i

    call advance()
    do i = 2, len(token)
        to(i - 1) = plain(token(i:i))
    end do
end subroutine read_chars

! ---- The digest

! FNV-1a, lowest byte first.
subroutine add_bytes(x, many)
    integer(c_int64_t), intent(in) :: x
    integer, intent(in) :: many
    integer :: i

    do i = 0, many - 1
        hash = ieor(hash, ibits(x, 8 * i, 8)) * prime
    end do
end subroutine add_bytes

subroutine add_int64_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int64_t), pointer :: from

    call c_f_pointer(p, from)
    call add_bytes(from, 8)
end subroutine add_int64_t

subroutine add_double(p)
    type(c_ptr), intent(in) :: p
    real(c_double), pointer :: from

    call c_f_pointer(p, from)
    call add_bytes(transfer(from, 0_c_int64_t), 8)
end subroutine add_double

subroutine add_int32_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int32_t), pointer :: from

    call c_f_pointer(p, from)
    call add_bytes(int(from, c_int64_t), 4)
end subroutine add_int32_t

subroutine add_uint32_t(p)
    type(c_ptr), intent(in) :: p

    call add_int32_t(p)
end subroutine add_uint32_t

subroutine add_uint8_t(p)
    type(c_ptr), intent(in) :: p
    integer(c_int8_t), pointer :: from

    call c_f_pointer(p, from)
    call add_bytes(int(from, c_int64_t), 1)
end subroutine add_uint8_t

subroutine add_chars(from)
    character(c_char), intent(in) :: from(:)
    integer :: i

    do i = 1, size(from)
        call add_bytes(int(iachar(from(i)), c_int64_t), 1)
    end do
end subroutine add_chars

subroutine add_text(p)
    type(c_ptr), intent(in) :: p
    integer(c_int8_t), pointer :: from(:)
    integer :: i

    if (.not. c_associated(p)) then
        call add_bytes(255_c_int64_t, 1)
        return
    end if
    call c_f_pointer(p, from, [1000])
    do i = 1, 1000
        call add_bytes(int(from(i), c_int64_t), 1)
        if (from(i) == 0) exit
    end do
end subroutine add_text

subroutine add_char(p)
    type(c_ptr), intent(in) :: p

    call add_text(p)
end subroutine add_char

! Of memory to work in.
subroutine add_nothing(p)
    type(c_ptr), intent(in) :: p

    if (.not. c_associated(p)) error stop 'no memory to work in'
end subroutine add_nothing

subroutine add_pointer(p, add)
    type(c_ptr), intent(in) :: p
    procedure(element) :: add

    call add_bytes(merge(1_c_int64_t, 0_c_int64_t, c_associated(p)), 1)
    if (c_associated(p)) call add(p)
end subroutine add_pointer

! Elements side by side.
subroutine add_many(p, many, size, add)
    type(c_ptr), intent(in) :: p
    integer(c_int64_t), intent(in) :: many, size
    procedure(element) :: add
    integer(c_int8_t), pointer :: bytes(:)
    integer(c_int64_t) :: i

    call c_f_pointer(p, bytes, [many * size])
    do i = 0, many - 1
        call add(c_loc(bytes(1 + i * size)))
    end do
end subroutine add_many

! What came of a call.
subroutine finish(status)
    integer(c_int32_t), intent(in) :: status
    integer :: i

    call add_bytes(int(status, c_int64_t), 4)
    if (status < 0) then
        call add_bytes(error%index, 8)
        call add_text(c_loc(error%message))
        return
    end if
    do i = 1, room_count
        if (rooms(i)%many > 0) call add_many(c_loc(arena(rooms(i)%at)), &
            rooms(i)%many, rooms(i)%size, rooms(i)%add)
    end do
end subroutine finish

include 'door_calls.inc'

! ---- The program

subroutine load()
    character(len=1000) :: path
    integer(c_int64_t) :: size
    integer :: unit

    call get_command_argument(1, path)
    open (newunit=unit, file=path, access='stream', form='unformatted', &
        status='old', action='read')
    inquire (unit=unit, size=size)
    allocate (character(len=size) :: calls)
    read (unit) calls
    close (unit)
end subroutine load

subroutine show()
    integer :: i, digit
    character(len=16) :: text

    do i = 1, 16
        digit = int(ibits(hash, 64 - 4 * i, 4))
        text(i:i) = '0123456789abcdef'(digit + 1:digit + 1)
    end do
    print '(a)', text
end subroutine show

end module door

program main
    use door
    implicit none
    type(dt_error) :: none

    call load()
    do
        call advance()
        if (token == '') exit
        used = 0
        room_count = 0
        error = none
        call enter(token)
    end do
    call show()
end program main

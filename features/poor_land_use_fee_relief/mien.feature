# language: vi
@dieu-18
Tính năng: Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số

  # M4: điểm b khoản 1 và khoản 2 Điều 18 Nghị định 103/2024/NĐ-CP
  Bối cảnh: hộ nghèo tại xã đặc biệt khó khăn được giao đất ở
    Biết hồ sơ:
      | Diện hộ                                               | Hộ nghèo            |
      | Hộ dân tộc thiểu số                                   | không               |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | có                  |
      | Cư trú tại xã biên giới, hải đảo                      | không               |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | không               |
      | Việc phát sinh tiền sử dụng đất                       | Nhà nước giao đất ở |
      | Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu    | không               |
      | Hộ đã được miễn, giảm tiền sử dụng đất                | không               |
    Và ngày xét là 01/05/2026

  Tình huống: Thời gian áp dụng; từ năm 2025 kèm lưu ý về văn bản sửa đổi
    Khi xét "poor_land_use_fee_relief"
    Thì có lưu ý về "Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ |
      | 31/07/2024 | ngoài phạm vi bộ quy tắc |            |
      | 01/08/2024 | đủ điều kiện             | giảm 100 % |
      | 06/11/2025 | đủ điều kiện             | giảm 100 % |
      | 31/01/2026 | đủ điều kiện             | giảm 100 % |

  Tình huống: Người nghèo, người dân tộc thiểu số tại địa bàn đặc biệt khó khăn, biên giới, hải đảo
    Khi xét "poor_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện hộ      | Hộ dân tộc thiểu số | Cư trú tại xã, thôn đặc biệt khó khăn | Cư trú tại xã biên giới, hải đảo | kết quả            | đạt              | không đạt        | chưa xác định     | tạm xác định |
      | Hộ nghèo     | không               | không                                 | có                               | đủ điều kiện       | poor_land_case   |                  |                   | không        |
      | Hộ cận nghèo | có                  | có                                    | không                            | đủ điều kiện       | poor_or_minority |                  |                   | không        |
      | Hộ cận nghèo | không               | có                                    | không                            | không đủ điều kiện |                  | poor_or_minority |                   | không        |
      | Hộ nghèo     | không               | không                                 | không                            | không đủ điều kiện |                  | special_land_area |                  | có           |
      | Không        | có                  | không                                 | không                            | không đủ điều kiện |                  | special_land_area |                  | không        |
      |              | không               | có                                    | không                            | chưa đủ thông tin  |                  |                  | poor_or_minority  |              |
      | Hộ nghèo     | không               | không                                 |                                  | chưa đủ thông tin  |                  |                  | special_land_area |              |

  Tình huống: Chuyển mục đích sang đất ở do tách hộ
    Biết hồ sơ:
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | không |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | có    |
    Khi xét "poor_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Việc phát sinh tiền sử dụng đất    | Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | kết quả            | đạt                  | không đạt            | chưa xác định        |
      | Chuyển mục đích sử dụng sang đất ở | có                                                 | có                                                    | đủ điều kiện       | split_household_case |                      |                      |
      | Chuyển mục đích sử dụng sang đất ở | không                                              | có                                                    | không đủ điều kiện |                      | split_household_land |                      |
      | Nhà nước giao đất ở                | có                                                 | có                                                    | không đủ điều kiện |                      | split_household_case |                      |
      | Chuyển mục đích sử dụng sang đất ở | có                                                 | không                                                 | không đủ điều kiện |                      | minority_land_area   |                      |
      | Chuyển mục đích sử dụng sang đất ở | có                                                 |                                                       | chưa đủ thông tin  |                      |                      | minority_land_area   |
      | Chuyển mục đích sử dụng sang đất ở |                                                    | có                                                    | chưa đủ thông tin  |                      |                      | split_household_land |

  Tình huống: Xã đặc biệt khó khăn cũng là địa bàn của trường hợp tách hộ
    Biết "Việc phát sinh tiền sử dụng đất" là Chuyển mục đích sử dụng sang đất ở
    Và "Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu" là có
    Khi xét "poor_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và đạt "minority_land_area"

  Tình huống: Hộ đã được miễn, đất trúng đấu giá
    Khi xét "poor_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | thông tin                              | giá trị                         | kết quả            | không đạt             | chưa xác định         |
      | Hộ đã được miễn, giảm tiền sử dụng đất | có                              | không đủ điều kiện | first_land_fee_relief |                       |
      | Hộ đã được miễn, giảm tiền sử dụng đất |                                 | chưa đủ thông tin  |                       | first_land_fee_relief |
      | Việc phát sinh tiền sử dụng đất        | Trúng đấu giá quyền sử dụng đất | không đủ điều kiện | land_fee_arises       |                       |
      | Việc phát sinh tiền sử dụng đất        |                                 | chưa đủ thông tin  |                       | land_fee_arises       |
